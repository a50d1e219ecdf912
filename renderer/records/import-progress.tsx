import { useTranslation } from 'react-i18next'
import { refusalOf, useDescribeError } from '../app/describe-error.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import styles from './import-area.module.css'
import type { FileComplaint } from './picked-files.ts'
import { useAmounts } from './use-amounts.ts'
import type { ImportControl } from './use-import.ts'

/** How far an import is, with the way to stop it; or what became of it. */
export function ImportProgress({ control }: { control: ImportControl }) {
  const { t } = useTranslation('records')
  const amounts = useAmounts()
  const describe = useDescribeError()
  const complain = useComplaint()
  const { run } = control
  // A refusal is a sentence of its own, with the place in the file.
  const reasonOf = (error: unknown) => refusalOf(error)?.reason ?? describe(error)
  switch (run.kind) {
    case 'none':
      return null
    case 'cancelled':
      return <output className={styles['muted']}>{t('importing.cancelled')}</output>
    case 'sending':
      return (
        <Working
          words={t('importing.sending', { file: run.fileName })}
          amount={t('importing.sent', { sent: amounts.bytes(run.sent), bytes: amounts.bytes(run.bytes) })}
          done={run.sent}
          total={run.bytes}
          onCancel={control.cancel}
        />
      )
    case 'reading':
      return (
        <Working
          words={t('importing.reading', { name: run.name })}
          amount={run.total === 0 ? '' : amounts.share(Math.min(1, run.done / run.total))}
          done={run.done}
          total={run.total}
          onCancel={control.cancel}
        />
      )
    case 'refused':
      return (
        <ErrorNote
          actions={
            <Button variant="quiet" onPress={control.dismiss}>
              {t('importing.dismiss')}
            </Button>
          }
        >
          {complain(run.complaint)}
        </ErrorNote>
      )
    case 'failed':
      return (
        <ErrorNote>
          <div className={styles['failed']}>
            <p>{t('importing.failed', { name: run.name, reason: reasonOf(run.error) })}</p>
            <div className={styles['buttons']}>
              <Button onPress={control.again}>{t('importing.again')}</Button>
              <Button variant="quiet" onPress={control.dismiss}>
                {t('importing.dismiss')}
              </Button>
            </div>
          </div>
        </ErrorNote>
      )
    default:
      return run satisfies never
  }
}

interface WorkingProps {
  words: string
  amount: string
  done: number
  /** 0 while it is not known. */
  total: number
  onCancel: () => void
}

function Working({ words, amount, done, total, onCancel }: WorkingProps) {
  const { t } = useTranslation('records')
  return (
    <div className={styles['working']}>
      <div className={styles['line']}>
        <output className={styles['name']}>{words}</output>
        <span className={styles['amount']}>{amount}</span>
      </div>
      <progress
        className={styles['bar']}
        aria-label={words}
        {...(total === 0 ? {} : { value: Math.min(done, total), max: total })}
      />
      <div className={styles['buttons']}>
        <Button onPress={onCancel}>{t('importing.cancel')}</Button>
      </div>
    </div>
  )
}

function useComplaint(): (complaint: FileComplaint) => string {
  const { t } = useTranslation('records')
  const amounts = useAmounts()
  return (complaint) => {
    switch (complaint.problem) {
      case 'too-large':
        return t('importing.tooLarge', { file: complaint.fileName, size: amounts.bytes(complaint.bytes) })
      case 'empty':
        return t('importing.empty', { file: complaint.fileName })
      case 'unreadable':
        return t('importing.unreadable', { file: complaint.fileName })
      case 'too-many':
        return t('importing.tooMany', { count: complaint.files })
      default:
        return complaint satisfies never
    }
  }
}
