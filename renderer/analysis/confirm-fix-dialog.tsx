import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Analysis, Finding } from '../../shared/records/analysis.ts'
import type { FixConfirmation } from '../../shared/records/fix-confirmation.ts'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { useQuery } from '../app/use-query.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './confirm-fix-dialog.module.css'
import { ConfirmationWords } from './confirmation-words.tsx'
import { freshFirst } from './fresh-first.ts'
import { Parts } from './parts.tsx'

export interface ConfirmFixDialogProps {
  analysis: Analysis
  finding: Finding
  /** How it was tried before, newest first. */
  earlier: readonly FixConfirmation[]
  onConfirmed: () => void
  onClose: () => void
}

/** Tries a finding again on records from after a fix. */
export function ConfirmFixDialog(props: ConfirmFixDialogProps) {
  const { analysis, finding, earlier, onConfirmed, onClose } = props
  const { t } = useTranslation('analysis')
  const client = useClient()
  const [chosen, setChosen] = useState<string | null>(null)
  const [where, setWhere] = useState('')
  const [result, setResult] = useState<FixConfirmation | null>(null)
  const listed = useQuery('record sets', (signal) => client.records.list({}, { signal }))
  const sets = freshFirst(listed.data ?? [], analysis.question.recordSetId)
  const recordSetId = chosen ?? sets[0]?.id ?? null
  const trial = useAction(async (fresh: string) => {
    const input = {
      analysisId: analysis.id,
      findingId: finding.id,
      recordSetId: fresh,
      where: where.trim() === '' ? null : where,
    }
    setResult(await client.analyses.confirmFix(input))
    onConfirmed()
  })

  function nameOf({ id, name }: RecordSet): string {
    return id === analysis.question.recordSetId ? t('confirm.same', { name }) : name
  }

  const before = earlier.filter(({ id }) => id !== result?.id)
  return (
    <Dialog
      title={t('confirm.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          {result !== null && <Button onPress={onClose}>{t('confirm.close')}</Button>}
          <Button
            variant="primary"
            isDisabled={recordSetId === null}
            isPending={trial.isPending}
            onPress={() => {
              if (recordSetId !== null) void trial.run(recordSetId)
            }}
          >
            {t('confirm.run')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p className={styles['what']}>
          <Trans t={t} i18nKey="confirm.what" components={{ parts: <Parts parts={finding.parts} /> }} />
        </p>
        <FailureNote error={listed.error} />
        {listed.data?.length === 0 && <p>{t('confirm.recordsNone')}</p>}
        <SelectField
          label={t('confirm.records')}
          value={recordSetId}
          choices={sets.map((set) => ({ value: set.id, label: nameOf(set) }))}
          onChange={setChosen}
          isDisabled={sets.length === 0}
        />
        <TextField label={t('confirm.from')} help={t('confirm.fromHelp')} value={where} onChange={setWhere} />
        <FailureNote error={trial.error} />
        <output className={styles['result']} aria-label={t('confirm.done')}>
          {result !== null && <ConfirmationWords confirmation={result} />}
          {result !== null && doesNotHold(result) && result.ticketId !== null && <p>{t('confirm.marked')}</p>}
        </output>
        {before.length > 0 && (
          <section aria-label={t('confirm.earlier')}>
            <h3>{t('confirm.earlier')}</h3>
            <ul className={styles['earlier']}>
              {before.map((confirmation) => (
                <li key={confirmation.id}>
                  <ConfirmationWords confirmation={confirmation} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  )
}

function doesNotHold({ verdict }: FixConfirmation): boolean {
  return verdict === 'reduced' || verdict === 'unchanged'
}
