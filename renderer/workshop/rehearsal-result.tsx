import { useTranslation } from 'react-i18next'
import type { Rehearsal } from '../../shared/contract/policies.ts'
import { DifferenceTable } from './difference-table.tsx'
import styles from './rehearsal-panel.module.css'

/** The outcome in words first, then clock by clock. */
export function RehearsalResult({ result }: { result: Rehearsal }) {
  const { t } = useTranslation('workshop')
  const { differences, differingClocks } = result
  return (
    <div className={styles['result']}>
      <output className={styles['outcome']}>
        <OutcomeText result={result} />
      </output>
      {differences.length > 0 && (
        <>
          {differences.length < differingClocks && (
            <p className={styles['muted']}>
              {t('rehearsal.shown', { shown: differences.length, total: differingClocks })}
            </p>
          )}
          <DifferenceTable differences={differences} />
        </>
      )}
    </div>
  )
}

function OutcomeText({ result }: { result: Rehearsal }) {
  const { t } = useTranslation('workshop')
  const { tickets, differingTickets, newBreaches, avoidedBreaches, lostBreaches } = result
  if (tickets === 0) return t('rehearsal.noTickets')
  if (differingTickets === 0) return t('rehearsal.same', { count: tickets })
  return (
    <>
      {t('rehearsal.differs', { count: differingTickets, total: tickets })}{' '}
      <strong className={newBreaches > 0 ? styles['breaches'] : undefined}>
        {t('rehearsal.newBreaches', { count: newBreaches })}
      </strong>
      {', '}
      <strong>{t('rehearsal.avoided', { count: avoidedBreaches })}</strong>
      {lostBreaches > 0 && <>, {t('rehearsal.lost', { count: lostBreaches })}</>}.
    </>
  )
}
