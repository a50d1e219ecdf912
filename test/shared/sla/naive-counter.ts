import type { TicketStatus } from '../../../shared/records/ticket.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import type { TicketFacts } from '../../../shared/sla/ticket-facts.ts'

// A second opinion on the clock engine, written to share nothing with it: it looks at every tick of a ticket's
// life, asks Intl what the wall clocks say there, and adds one tick or not. Slow on purpose.

/** One promise of the naive contract, by severity. Hours are whole wall-clock minutes of a day. */
export interface NaivePromise {
  readonly limitMs: number
  readonly timeZone: string
  /** Wall minutes [open, close) per weekday, Sunday first; null for closed days. */
  readonly week: readonly (readonly [number, number] | null)[]
  readonly holidays: readonly string[]
}

export interface NaiveMetric {
  readonly stops: (event: TicketEvent) => boolean
  readonly pausedIn: readonly TicketStatus[]
  readonly excludedDomains: readonly string[]
  readonly promises: Readonly<Record<string, NaivePromise>>
}

export interface NaiveVerdict {
  readonly countedMs: number
  readonly settledAt: number | null
  readonly state: 'met' | 'breached' | 'paused' | 'excluded' | 'counting'
  readonly breachedAt: number | null
}

const GONE: readonly TicketStatus[] = ['resolved', 'closed']

/** Counts tick by tick. Events and `now` lie on ticks; severities keep the elapsed time from the start. */
export function naiveVerdict(
  metric: NaiveMetric,
  ticket: TicketFacts,
  events: readonly TicketEvent[],
  now: number,
  tickMs: number,
): NaiveVerdict {
  let status: TicketStatus = 'open'
  let severity = ticket.reportedSeverity ?? ''
  let domain: string | null = null
  let settledBy: TicketEvent | null = null
  const counting: number[] = [] // Ticks at which the clock neither pauses nor is excluded.
  let promisedSince = ticket.createdAt
  // A settled clock is judged by what was known when it was settled.
  let judged = severity
  let judgedDomain: string | null = null

  for (let tick = ticket.createdAt; ; tick += tickMs) {
    for (const event of events) {
      if (event.at !== tick) continue
      if (event.kind === 'status') {
        status = event.to
        if (settledBy?.kind === 'status' && !GONE.includes(event.to)) settledBy = null
      }
      if (event.kind === 'severity' && event.to !== null) severity = event.to
      if (event.kind === 'domain') domain = event.to
      if (settledBy === null) judgedDomain = domain
      if (settledBy === null && event.kind !== 'created' && metric.stops(event)) settledBy = event
      if (settledBy === null && severity !== judged) {
        judged = severity
        promisedSince = tick
      }
    }
    if (tick >= now) break
    const held =
      metric.excludedDomains.includes(domain ?? '') ||
      metric.pausedIn.includes(status) ||
      GONE.includes(status)
    if (settledBy === null && !held) counting.push(tick)
  }

  const promise = metric.promises[judged]
  if (promise === undefined) throw new Error(`no promise for ${judged}`)
  let countedMs = 0
  let reachedAt: number | null = null
  for (const tick of counting) {
    if (!naivelyOpen(promise, tick)) continue
    countedMs += tickMs
    if (countedMs === promise.limitMs) reachedAt = tick + tickMs
  }
  const settledAt = settledBy?.at ?? null
  const late = reachedAt !== null && (settledAt === null || settledAt > reachedAt)
  const breachedAt = late && reachedAt !== null ? Math.max(reachedAt, promisedSince) : null
  return { countedMs, settledAt, breachedAt, state: stateOf() }

  function stateOf(): NaiveVerdict['state'] {
    if (breachedAt !== null) return 'breached'
    if (metric.excludedDomains.includes(judgedDomain ?? '')) return 'excluded'
    if (settledAt !== null) return 'met'
    return metric.pausedIn.includes(status) ? 'paused' : 'counting'
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()
const seen = new Map<string, boolean>()

function naivelyOpen(promise: NaivePromise, tick: number): boolean {
  const key = `${promise.timeZone} ${JSON.stringify(promise.week)} ${Math.floor(tick / 60_000)}`
  const known = seen.get(key)
  if (known !== undefined) return known
  const format = formats.get(promise.timeZone) ?? formatIn(promise.timeZone)
  formats.set(promise.timeZone, format)
  const parts = Object.fromEntries(format.formatToParts(tick).map(({ type, value }) => [type, value]))
  const date = `${parts.year}-${parts.month}-${parts.day}`
  const window = promise.week[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? null
  const minute = Number(parts.hour) * 60 + Number(parts.minute)
  const open =
    window !== null && !promise.holidays.includes(date) && minute >= window[0] && minute < window[1]
  seen.set(key, open)
  return open
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
}
