import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Clock, LedgerEntry } from '../../shared/records/clock.ts'
import { classes } from '../ui/classes.ts'
import { formatExactLength } from '../ui/format-countdown.ts'
import { Instant } from '../ui/instant.tsx'
import { type BarCell, type BarMark, barCells, barMarks, barSpan, lengthByLabel } from './bar-scale.ts'
import styles from './ledger-bar.module.css'
import { LabelSwatch } from './label-swatch.tsx'

/** Narrower than this part of the bar, a stretch could not be told from its neighbours. */
const LEAST_PART = 1 / 150

export interface LedgerBarProps {
  clock: Clock
  entries: readonly LedgerEntry[]
  /** When the hub answered. */
  now: number
}

/** A clock's life in proportion to time. The legend says what is on it in words, the table below has each stretch. */
export function LedgerBar({ clock, entries, now }: LedgerBarProps) {
  const { t } = useTranslation(['ticket', 'sla'])
  const marks = barMarks(clock, now)
  const span = barSpan(entries, marks)
  if (span === null) return null
  const length = span.to - span.from
  const part = (ms: number) => `${(ms / length) * 100}%`
  return (
    <figure className={styles['figure']}>
      <div className={styles['drawing']} aria-hidden>
        <div className={styles['bar']}>
          {barCells(entries, length * LEAST_PART).map((cell) => (
            <div
              key={cell.from}
              className={classes(styles['cell'], cell.shares.length === 1 && styles['single'])}
              title={cellTitle(cell, t)}
              style={{ left: part(cell.from - span.from), width: part(cell.to - cell.from) }}
            >
              {cell.shares.map(({ label, ms }) => (
                <LabelSwatch key={label} label={label} className={styles['share']} grow={ms} />
              ))}
            </div>
          ))}
        </div>
        {marks.map(({ kind, at }) => (
          <div
            key={kind}
            className={classes(styles['mark'], isBelow(kind) && styles['below'])}
            style={{ left: part(at - span.from) }}
          >
            <MarkShape kind={kind} />
          </div>
        ))}
      </div>
      <figcaption>
        <Legend clock={clock} entries={entries} marks={marks} now={now} />
      </figcaption>
    </figure>
  )
}

function cellTitle({ shares }: BarCell, t: TFunction<['ticket', 'sla']>): string {
  return shares
    .map(({ label, ms }) => `${t(`sla:ledgerLabel.${label}`)} ${formatExactLength(ms)}`)
    .join(' · ')
}

/** Above the bar stands where the clock is, below it what was promised: neither hides the other. */
function isBelow(kind: BarMark['kind']): boolean {
  return kind === 'due' || kind === 'breached'
}

const SHAPES: Record<BarMark['kind'], string> = {
  now: 'M0 1h10L5 9Z',
  answered: 'M5 1a4 4 0 1 0 .01 0Z',
  due: 'M5 .5 9.5 5 5 9.5.5 5Z',
  breached: 'M1 1h8v8H1Z',
}

function MarkShape({ kind }: Pick<BarMark, 'kind'>) {
  return (
    <svg viewBox="0 0 10 10" className={classes(styles['shape'], styles[kind])} aria-hidden>
      <path d={SHAPES[kind]} />
    </svg>
  )
}

interface LegendProps extends LedgerBarProps {
  marks: readonly BarMark[]
}

function Legend({ clock, entries, marks, now }: LegendProps) {
  const { t } = useTranslation(['ticket', 'sla'])
  const isAhead = marks.some(({ kind, at }) => kind === 'due' && at > now)
  return (
    <ul className={styles['legend']} aria-label={t('bar.legend')}>
      {[...lengthByLabel(entries)].map(([label, ms]) => (
        <li key={label}>
          <LabelSwatch label={label} className={styles['key']} />
          {t(`sla:ledgerLabel.${label}`)} {formatExactLength(ms)}
        </li>
      ))}
      {isAhead && (
        <li>
          <span className={classes(styles['key'], styles['ahead'])} aria-hidden />
          {t('bar.ahead')}
        </li>
      )}
      {marks.map(({ kind, at }) => (
        <li key={kind}>
          <MarkShape kind={kind} />
          {t(at === clock.dueAt && kind === 'breached' ? 'bar.dueAndBreached' : `bar.${kind}`)}{' '}
          <Instant at={at} />
        </li>
      ))}
    </ul>
  )
}
