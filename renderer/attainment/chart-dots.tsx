import { type Counts, isFew } from './counts.ts'
import type { MonthPoint } from './month-series.ts'

type Decided = Pick<Counts, 'kept' | 'broken'>

/** What the chart adds to an element that it draws at each of its series. */
interface Placed {
  series: readonly MonthPoint[]
  cx?: number
  cy?: number
  index?: number
}

export function ShareDot({ series, cx, cy, index = 0 }: Placed) {
  const point = series[index]
  return point === undefined ? <g /> : <ShareMark x={cx} y={cy} counts={point.counts} />
}

export function GoalDot({ series, cx, cy, index = 0 }: Placed) {
  const goal = series[index]?.goal
  return goal === undefined || goal === null ? <g /> : <GoalMark x={cx} y={cy} counts={goal} />
}

interface MarkProps {
  /** Missing in a gap, where nothing is drawn. */
  x: number | undefined
  y: number | undefined
  counts: Decided
}

/** A disc; a ring where the month has too few cases for its share to say much. */
export function ShareMark({ x, y, counts }: MarkProps) {
  if (x === undefined || y === undefined || Number.isNaN(y)) return <g />
  return isFew(counts) ? (
    <circle cx={x} cy={y} r={4} fill="var(--surface-raised)" stroke="var(--text-muted)" strokeWidth={1.5} />
  ) : (
    <circle cx={x} cy={y} r={4} fill="var(--text)" />
  )
}

/** The goal's own share: a diamond, so that it is not told from the other by its colour alone. */
export function GoalMark({ x, y, counts }: MarkProps) {
  if (x === undefined || y === undefined || Number.isNaN(y)) return <g />
  const path = `M${x} ${y - 5} ${x + 5} ${y} ${x} ${y + 5} ${x - 5} ${y}Z`
  return (
    <path
      d={path}
      fill={isFew(counts) ? 'var(--surface-raised)' : 'var(--text-degraded)'}
      stroke="var(--text-degraded)"
    />
  )
}
