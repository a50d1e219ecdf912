import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { RehearsalDifference } from '../../shared/contract/policies.ts'
import { changeOf } from '../../shared/sla/rehearsal.ts'
import { ticketPath } from '../app/paths.ts'
import { useMetricName } from '../boards/use-metric-name.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Instant } from '../ui/instant.tsx'
import { StateMark, type StateName } from '../ui/state-mark.tsx'
import { type ClockOutcome, outcomeWord, type OutcomeWord } from './difference.ts'
import styles from './difference-table.module.css'

/** Clocks that would stand otherwise, each as it is and as it would be. */
export function DifferenceTable({ differences }: { differences: readonly RehearsalDifference[] }) {
  const { t } = useTranslation('workshop')
  return (
    <div className={styles['table']}>
      <DataTable
        label={t('rehearsal.table')}
        rows={differences}
        rowKey={({ ticketId, clockId }) => `${ticketId} ${clockId}`}
        empty=""
        columns={[
          { id: 'case', header: t('rehearsal.columns.case'), cell: caseCell },
          { id: 'clock', header: t('rehearsal.columns.clock'), cell: clockCell },
          { id: 'before', header: t('rehearsal.columns.before'), cell: beforeCell },
          { id: 'after', header: t('rehearsal.columns.after'), cell: afterCell },
        ]}
      />
    </div>
  )
}

function caseCell(difference: RehearsalDifference) {
  return <CaseText difference={difference} />
}

function clockCell(difference: RehearsalDifference) {
  return <ClockText difference={difference} />
}

function beforeCell({ before }: RehearsalDifference) {
  return <OutcomeText outcome={before} />
}

function afterCell({ after }: RehearsalDifference) {
  return <OutcomeText outcome={after} />
}

interface CellProps {
  difference: RehearsalDifference
}

function CaseText({ difference: { ticketId, caseNumber, subject, customer } }: CellProps) {
  const { t } = useTranslation('workshop')
  return (
    <>
      <Link href={ticketPath(ticketId)} title={subject}>
        {caseNumber}
      </Link>
      <div className={styles['muted']}>{customer ?? t('rehearsal.noCustomer')}</div>
    </>
  )
}

function ClockText({ difference }: CellProps) {
  const { t } = useTranslation('workshop')
  const metricName = useMetricName()
  const change = changeOf(difference)
  return (
    <>
      {metricName(difference.metric)}
      <div className={styles['muted']}>
        {difference.severity !== null && `${difference.severity} · `}
        <span className={change === 'breach' ? styles['breach'] : undefined}>
          {t(`rehearsal.changes.${change}`)}
        </span>
      </div>
    </>
  )
}

const MARKS: Record<OutcomeWord, StateName> = {
  running: 'ok',
  paused: 'paused',
  'outside-hours': 'outside-hours',
  met: 'ok',
  breached: 'breached',
  'answered-late': 'breached',
  excluded: 'paused',
  'not-promised': 'unknown',
  'cannot-be-computed': 'unknown',
}

function OutcomeText({ outcome }: { outcome: ClockOutcome | null }) {
  const { t } = useTranslation(['workshop', 'sla'])
  if (outcome === null) return <span className={styles['muted']}>{t('rehearsal.absent')}</span>
  const word = outcomeWord(outcome)
  return (
    <>
      <StateMark
        state={MARKS[word]}
        word={word === 'answered-late' ? t('rehearsal.answeredLate') : t(`sla:state.${word}`)}
      />
      <div className={styles['muted']}>
        {outcome.dueAt === null ? t('rehearsal.noDue') : <Due at={outcome.dueAt} />}
      </div>
    </>
  )
}

function Due({ at }: { at: number }) {
  const { t } = useTranslation('workshop')
  return (
    <>
      {t('rehearsal.due')} <Instant at={at} />
    </>
  )
}
