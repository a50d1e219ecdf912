import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { ColumnsDialog } from './columns-dialog.tsx'
import { FoldersDialog } from './folders-dialog.tsx'
import { ImportArea } from './import-area.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { ProfilesDialog } from './profiles-dialog.tsx'
import { RecordSetFacts } from './record-set-facts.tsx'
import { RecordSetList } from './record-set-list.tsx'
import { RecordSetMenu } from './record-set-menu.tsx'
import { RemoveRecordsDialog } from './remove-records-dialog.tsx'
import { Section } from './section.tsx'
import type { RecordPanelControl } from './use-record-panel.ts'

export interface RecordSetSectionProps {
  panel: RecordPanelControl
  mayChange: boolean
  question: AnalysisQuestion
  onChange: (question: AnalysisQuestion) => void
}

type Window = 'columns' | 'folders' | 'profiles' | null

/** Which records are looked at: files to drop, record sets to choose from, and what is known of the chosen one. */
export function RecordSetSection({ panel, mayChange, question, onChange }: RecordSetSectionProps) {
  const { t } = useTranslation('records')
  const { list, recordSet, isGone } = panel
  const [isChoosing, setChoosing] = useState(false)
  const [opened, setOpened] = useState<Window>(null)
  const [removing, setRemoving] = useState<RecordSet | null>(null)
  const showsChoice = recordSet === null || isChoosing

  function choose(chosen: RecordSet): void {
    setChoosing(false)
    if (chosen.id !== recordSet?.id) panel.choose(chosen)
  }

  return (
    <Section
      title={t('sets.title')}
      actions={
        <>
          {recordSet !== null && (
            <Button variant="quiet" onPress={() => setChoosing(!isChoosing)}>
              {t(isChoosing ? 'sets.keep' : 'sets.other')}
            </Button>
          )}
          <RecordSetMenu
            mayChange={mayChange}
            onFolders={() => setOpened('folders')}
            onProfiles={() => setOpened('profiles')}
            onRemove={recordSet === null ? null : () => setRemoving(recordSet)}
          />
        </>
      }
    >
      <FailureNote
        error={list.error}
        actions={<Button onPress={list.reload}>{t('actions.retry', { ns: 'app' })}</Button>}
      />
      {isGone && <ErrorNote>{t('sets.gone')}</ErrorNote>}
      {recordSet !== null && !isChoosing && (
        <RecordSetFacts recordSet={recordSet} onColumns={() => setOpened('columns')} />
      )}
      {showsChoice && (
        <>
          {mayChange && (
            <ImportArea
              onImported={(read) => {
                panel.keep(read)
                choose(read)
              }}
            />
          )}
          {list.data === undefined && list.isLoading && <ListSkeleton />}
          {list.data !== undefined && (
            <RecordSetList recordSets={list.data} chosenId={recordSet?.id ?? null} onChoose={choose} />
          )}
        </>
      )}
      {opened === 'columns' && recordSet !== null && (
        <ColumnsDialog
          recordSet={recordSet}
          question={question}
          mayChange={mayChange}
          onClose={() => setOpened(null)}
          onSaved={(saved, columns) => {
            panel.keep(saved)
            onChange({ ...question, ...columns })
            setOpened(null)
          }}
        />
      )}
      {opened === 'folders' && <FoldersDialog mayChange={mayChange} onClose={() => setOpened(null)} />}
      {opened === 'profiles' && <ProfilesDialog mayChange={mayChange} onClose={() => setOpened(null)} />}
      {removing !== null && (
        <RemoveRecordsDialog
          recordSet={removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => {
            setRemoving(null)
            panel.choose(null)
            list.reload()
          }}
        />
      )}
    </Section>
  )
}
