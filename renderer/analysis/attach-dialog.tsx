import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../app/client.tsx'
import type { Action } from '../app/use-action.ts'
import { useQuery } from '../app/use-query.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './attach-dialog.module.css'
import type { AnalysisChange } from './use-analysis-change.ts'

const MOST_CASES = 20

/** Shorter words are not asked for: half the board would answer. */
const LEAST_LETTERS = 2

export interface AttachDialogProps {
  change: Action<AnalysisChange>
  onClose: () => void
}

/** Finds a case by its number or by words of it. */
export function AttachDialog({ change, onClose }: AttachDialogProps) {
  const { t } = useTranslation('analysis')
  const client = useClient()
  const [words, setWords] = useState('')
  const wanted = words.trim()
  const isAsked = wanted.length >= LEAST_LETTERS
  const found = useQuery(isAsked ? `cases ${wanted}` : null, (signal) =>
    client.tickets.search({ words: wanted, limit: MOST_CASES }, { signal }),
  )

  async function attach(ticketId: string): Promise<void> {
    if (await change.run({ ticketId })) onClose()
  }

  return (
    <Dialog title={t('attach.title')} isOpen onClose={onClose}>
      <div className={styles['picker']}>
        <TextField
          label={t('attach.words')}
          help={t('attach.hint')}
          value={words}
          onChange={setWords}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to type into it
          autoFocus
        />
        <FailureNote error={found.error ?? change.error} />
        {isAsked && found.data?.length === 0 && <p className={styles['muted']}>{t('attach.nothing')}</p>}
        <ul className={styles['cases']} aria-label={t('attach.label')}>
          {(found.data ?? []).map(({ ticketId, caseNumber, subject, customer }) => (
            <li key={ticketId}>
              <button
                type="button"
                className={styles['case']}
                disabled={change.isPending}
                aria-label={t('attach.attachTo', { caseNumber, subject })}
                onClick={() => void attach(ticketId)}
              >
                <span className={styles['number']}>{caseNumber}</span>
                <span className={styles['subject']}>{subject}</span>
                <span className={styles['muted']}>{customer}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
