import { useTranslation } from 'react-i18next'
import type { FixConfirmation } from '../../shared/records/fix-confirmation.ts'
import { Instant } from '../ui/instant.tsx'
import { StateMark, type StateName } from '../ui/state-mark.tsx'
import styles from './confirmation-words.module.css'
import { useFigures } from './use-figures.ts'

const MARKS: Record<FixConfirmation['verdict'], StateName> = {
  gone: 'ok',
  reduced: 'degraded',
  unchanged: 'breached',
  'too-few': 'unknown',
}

/** What came of trying a finding on fresh records, in plain words; counts before the verdict's reasons. */
export function ConfirmationWords({ confirmation }: { confirmation: FixConfirmation }) {
  const { t } = useTranslation('analysis')
  const { count } = useFigures()
  const { verdict, before, after, others, needed, recordSetName, at, by } = confirmation
  return (
    <div className={styles['confirmation']}>
      <StateMark state={MARKS[verdict]} />
      <div>
        <p>
          {t(`confirm.said.${verdict}`, {
            after: count(after.failed),
            afterAll: count(after.total),
            before: count(before.failed),
            beforeAll: count(before.total),
          })}{' '}
          {needed !== null && needed > 0 && t('confirm.needed', { count: Math.ceil(needed) })}
        </p>
        <p className={styles['facts']}>
          <span>{t('confirm.others', { failed: count(others.failed), total: count(others.total) })}</span>
          <span>{t('confirm.on', { name: recordSetName, by })}</span>
          <Instant at={at} />
        </p>
      </div>
    </div>
  )
}
