import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useMetricName } from '../boards/use-metric-name.ts'
import { paths } from '../app/paths.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { AgeSentence } from '../ui/age-sentence.tsx'
import { IconButton } from '../ui/button.tsx'
import { RefreshIcon } from '../ui/icons.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import type { AttainmentView } from './attainment-view.ts'
import { type Counts, decided, isFew } from './counts.ts'
import type { Figures } from './figures.ts'
import { GoalLine } from './goal-line.tsx'
import { monthName, spanName } from './months.ts'
import styles from './summary.module.css'
import type { Contracts } from './use-contracts.ts'
import { type FigureWords, useFigureWords } from './use-figure-words.ts'

export interface SummaryProps {
  view: AttainmentView
  figures: Figures
  contracts: Contracts
  runningMonth: string
  /** Tickets with a clock that cannot be computed. */
  notComputable: number
  tickets: number
  computedAt: number | null
  onComputeAgain: () => void
}

/** The answer in words, before anything is drawn. */
export function Summary(props: SummaryProps) {
  const { t } = useTranslation('attainment')
  const { view, figures, contracts, runningMonth, notComputable, tickets, computedAt, onComputeAgain } = props
  const { language } = useViewerZone()
  const words = useFigureWords()
  const what = useWhat(props)
  const isRunning = view.from <= runningMonth && runningMonth <= view.to
  const hasOtherRule = figures.goals.some(({ metric }) => metric !== figures.metric || view.severity !== null)
  return (
    <section className={styles['summary']} aria-label={t('summary.label')}>
      <p className={styles['sentence']} aria-live="polite">
        {what}: <Sentence counts={figures.counts} words={words} />
      </p>
      {figures.goals.length > 0 && (
        <ul className={styles['goals']} aria-label={t('goals.label')}>
          {figures.goals.map((goal) => (
            <li key={goal.key}>
              <GoalLine
                goal={goal}
                name={
                  view.policyId === null && figures.groups.length > 1
                    ? t('goals.inContract', { goal: goal.name, contract: contracts.name(goal.policyId) })
                    : goal.name
                }
              />
            </li>
          ))}
        </ul>
      )}
      <p className={styles['notes']}>
        {isRunning && (
          <span>{t('summary.running', { month: monthName(runningMonth, language, 'with-year') })}</span>
        )}
        <span>{t('summary.tickets', { count: tickets, tickets: words.count(tickets) })}</span>
        {computedAt !== null && (
          <span className={styles['computed']}>
            <AgeSentence at={computedAt} say={(age) => t('computed', { age })} />
            <IconButton label={t('computeAgain')} onPress={onComputeAgain}>
              <RefreshIcon />
            </IconButton>
          </span>
        )}
        {hasOtherRule && <span>{t('goals.ownRule')}</span>}
      </p>
      {notComputable > 0 && (
        <p className={styles['partial']}>
          <StateMark state="unknown" />
          <span>
            {t('summary.notComputable', { count: notComputable, tickets: words.count(notComputable) })}{' '}
            {t('summary.whereToLook')}{' '}
            <Link href={`${paths.settings}/contracts`}>{t('summary.contracts')}</Link>.
          </span>
        </p>
      )}
    </section>
  )
}

/** `412 of 431 kept, 95.6 %; 19 broken; 6 excluded, in no share.` */
function Sentence({ counts, words }: { counts: Counts; words: FigureWords }) {
  const { t } = useTranslation('attainment')
  const all = decided(counts)
  const excluded =
    counts.excluded === 0 ? '' : `; ${t('summary.excluded', { excluded: words.count(counts.excluded) })}`
  if (all === 0) return <>{`${t('summary.nothing')}${excluded}.`}</>
  const figures = { kept: words.count(counts.kept), decided: words.count(all), share: words.share(counts) }
  const broken = t('summary.broken', { broken: words.count(counts.broken) })
  return (
    <>
      <strong>{t(isFew(counts) ? 'summary.fewFigures' : 'summary.figures', figures)}</strong>
      {isFew(counts) ? ` (${t('summary.few')})` : ''}
      {`; ${broken}${excluded}.`}
    </>
  )
}

/** What the figures are of: `First response, SIM Assist, P1–P4, Jun–Nov 2026`. */
function useWhat({ view, figures, contracts }: SummaryProps): string {
  const { t } = useTranslation('attainment')
  const { language } = useViewerZone()
  const metricName = useMetricName()
  const first = figures.severities.at(0)
  const last = figures.severities.at(-1)
  const several =
    first === undefined || first === last ? (first ?? t('summary.allSeverities')) : `${first}–${last}`
  return [
    metricName(figures.metric),
    view.policyId === null ? t('summary.allContracts') : contracts.name(view.policyId),
    ...(view.customer === null ? [] : [view.customer]),
    view.severity ?? several,
    spanName(view.from, view.to, language),
  ].join(', ')
}
