import { useTranslation } from 'react-i18next'
import type { SidesSummary } from '../../shared/records/analysis.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { formatDay, formatFullInstant, formatTimeOfDay, formatUtc } from '../ui/format-instant.ts'
import { StateMark } from '../ui/state-mark.tsx'
import styles from './sides-section.module.css'
import { useAmounts } from './use-amounts.ts'

type Side = SidesSummary['failing']

/** Sizes as words and as one bar, and the time each side spans. */
export function SideFigures({ summary, rows }: { summary: SidesSummary; rows: number }) {
  const { t } = useTranslation('records')
  const amounts = useAmounts()
  const { failing, working } = summary
  const label = t('sides.share', {
    failing: amounts.count(failing.records),
    working: amounts.count(working.records),
  })
  const all = failing.records + working.records
  const neither = rows - failing.rows - working.rows
  return (
    <>
      <svg
        className={styles['bar']}
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, not a file
        role="img"
        aria-label={label}
      >
        <title>{label}</title>
        <rect className={styles['working']} width="100" height="1" />
        <rect
          className={styles['failing']}
          width={all === 0 ? 0 : (failing.records / all) * 100}
          height="1"
        />
      </svg>
      <dl className={styles['sides']}>
        <SideLine side={failing} word={t('sides.failing')} state="breached" />
        <SideLine side={working} word={t('sides.working')} state="ok" />
      </dl>
      {neither > 0 && (
        <p className={styles['muted']}>
          {t('sides.neither', { count: neither, rows: amounts.count(neither) })}
        </p>
      )}
    </>
  )
}

interface SideLineProps {
  side: Side
  word: string
  state: 'breached' | 'ok'
}

function SideLine({ side, word, state }: SideLineProps) {
  const { t } = useTranslation('records')
  const amounts = useAmounts()
  return (
    <>
      <dt>
        <StateMark state={state} word={word} />
      </dt>
      <dd>
        <strong>{amounts.count(side.records)}</strong>
        {side.rows !== side.records && (
          <span className={styles['muted']}> {t('sides.rows', { rows: amounts.count(side.rows) })}</span>
        )}
        <SpanText side={side} />
      </dd>
    </>
  )
}

/** From the first record to the last; a day that both share is said once. */
function SpanText({ side: { from, to } }: { side: Side }) {
  const { t } = useTranslation('records')
  const zone = useViewerZone()
  if (from === null || to === null) return null
  const isOneDay = formatDay(from, zone) === formatDay(to, zone)
  return (
    <div className={styles['span']} title={t('sides.span', { from: formatUtc(from), to: formatUtc(to) })}>
      {t('sides.span', {
        from: formatFullInstant(from, zone),
        to: isOneDay ? formatTimeOfDay(to, zone) : formatFullInstant(to, zone),
      })}
    </div>
  )
}
