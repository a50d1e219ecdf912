import type { Desk } from '../contract/settings.ts'
import type { DeskForecast } from '../contract/shifts.ts'
import type { BoardRow } from '../records/board-row.ts'
import { isPending } from '../records/pending-clock.ts'
import { DAY_MS } from '../time/local-date.ts'
import { watchesBetween, type Watch } from './roster.ts'

type ForecastRow = Pick<BoardRow, 'ticketId' | 'severityRank' | 'clocks'>
type Breach = DeskForecast['breaches'][number]

/**
 * What breaches on whose watch within [now, now + horizonMs) if nobody acts: one entry per desk in the order given,
 * then one for the gaps between them, if there are any. A promise stands with exactly one of them. What has breached
 * already is on the board and not in here. Throws a CalendarFault for desks whose hours cannot be compiled.
 */
export function forecastBreaches(
  desks: readonly Desk[],
  rows: Iterable<ForecastRow>,
  now: number,
  horizonMs: number = DAY_MS,
): DeskForecast[] {
  const until = now + horizonMs
  const watches = watchesBetween(desks, now, until)
  const ofDesk = byDesk(watches, breachesBetween(rows, now, until))
  const onDuty = watches.at(0)?.deskId ?? null
  const gap = { id: null, name: null }
  const entries = watches.some(({ deskId }) => deskId === null) ? [...desks, gap] : desks
  return entries.map(({ id, name }) => ({
    deskId: id,
    name,
    onDuty: id === onDuty,
    watches: watches.filter(({ deskId }) => deskId === id).map(({ from, to }) => ({ from, to })),
    breaches: ofDesk.get(id) ?? [],
    until,
  }))
}

/** Promises that run out within [from, until), soonest first. */
function breachesBetween(rows: Iterable<ForecastRow>, from: number, until: number): Breach[] {
  const breaches: Breach[] = []
  for (const { ticketId, severityRank, clocks } of rows) {
    for (const clock of clocks) {
      const { id, dueAt } = clock
      if (dueAt === null || dueAt < from || dueAt >= until) continue
      if (!isPending(clock) || clock.state === 'breached') continue
      breaches.push({ ticketId, clockId: id, dueAt, severityRank })
    }
  }
  return breaches.sort((a, b) => a.dueAt - b.dueAt)
}

/** Both in order of time, and the watches leave no instant out: one walk over the two. */
function byDesk(watches: readonly Watch[], breaches: readonly Breach[]): Map<string | null, Breach[]> {
  const found = new Map<string | null, Breach[]>()
  let index = 0
  for (const breach of breaches) {
    while (breach.dueAt >= (watches[index]?.to ?? Infinity)) index += 1
    const deskId = watches[index]?.deskId ?? null
    const held = found.get(deskId)
    if (held === undefined) found.set(deskId, [breach])
    else held.push(breach)
  }
  return found
}
