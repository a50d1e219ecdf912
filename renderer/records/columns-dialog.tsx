import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { Button } from '../ui/button.tsx'
import { CellField } from '../ui/cell-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ColumnTable } from './column-table.tsx'
import {
  areColumnsChanged,
  type ColumnDraft,
  columnDrafts,
  type ColumnsOfQuestion,
  columnsOfQuestion,
} from './column-draft.ts'
import styles from './columns-dialog.module.css'
import { KeepProfile } from './keep-profile.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { useAmounts } from './use-amounts.ts'

export interface ColumnsDialogProps {
  recordSet: RecordSet
  question: AnalysisQuestion
  mayChange: boolean
  onClose: () => void
  onSaved: (recordSet: RecordSet, columns: ColumnsOfQuestion) => void
}

/** What each column holds and is, as guessed, to be put right; and which of them are searched. */
export function ColumnsDialog({ recordSet, question, mayChange, onClose, onSaved }: ColumnsDialogProps) {
  const { t } = useTranslation(['records', 'app'])
  const client = useClient()
  const amounts = useAmounts()
  const [words, setWords] = useState('')
  const [drafts, setDrafts] = useState(() => columnDrafts(recordSet.columns, question))
  const isChanged = areColumnsChanged(drafts, recordSet.columns)
  const wanted = words.trim().toLowerCase()
  const shown = wanted === '' ? drafts : drafts.filter(({ name }) => name.toLowerCase().includes(wanted))

  const saving = useAction(async () => {
    const columns = drafts.map(({ name, kind, role }) => ({ name, kind, role }))
    const saved = isChanged
      ? await client.records.setColumns({ recordSetId: recordSet.id, columns })
      : recordSet
    onSaved(saved, columnsOfQuestion(drafts))
  })

  function change(changed: ColumnDraft): void {
    setDrafts((held) => held.map((draft) => (draft.name === changed.name ? changed : draft)))
  }

  return (
    <Dialog
      title={t('columns.title', { name: recordSet.name })}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        mayChange ? (
          <>
            <span className={styles['hint']}>{isChanged && t('columns.saveHint')}</span>
            <Button onPress={onClose}>{t('app:actions.cancel')}</Button>
            <Button variant="primary" onPress={() => void saving.run(undefined)} isPending={saving.isPending}>
              {t('columns.save')}
            </Button>
          </>
        ) : (
          <Button onPress={onClose}>{t('app:actions.close')}</Button>
        )
      }
    >
      <div className={styles['body']}>
        <p className={styles['muted']}>{t(mayChange ? 'columns.lead' : 'columns.leadViewer')}</p>
        <div className={styles['tools']}>
          <div className={styles['filter']}>
            <CellField
              label={t('columns.filter')}
              placeholder={t('columns.filter')}
              value={words}
              onChange={setWords}
              spellCheck="false"
            />
          </div>
          <output className={styles['muted']}>
            {t('columns.shown', {
              shown: amounts.count(shown.length),
              total: amounts.count(drafts.length),
            })}
          </output>
          {mayChange && <KeepProfile drafts={drafts} recordSet={recordSet} />}
        </div>
        {shown.length === 0 ? (
          <p className={styles['muted']}>{t('columns.noMatch')}</p>
        ) : (
          <ColumnTable recordSet={recordSet} drafts={shown} mayChange={mayChange} onChange={change} />
        )}
        <RefusalNote error={saving.error} />
      </div>
    </Dialog>
  )
}
