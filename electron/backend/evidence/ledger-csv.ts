import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import { writeLocal } from '../../../shared/time/zone.ts'
import { type CsvValue, writeCsv } from '../csv/write-csv.ts'
import type { TicketWithEvents } from '../store/store.ts'
import type { EvidenceClock } from './evidence-document.ts'

const COLUMNS = [
  'case',
  'contract',
  'version',
  'clock',
  'metric',
  'label',
  'from UTC',
  'to UTC',
  'from local',
  'to local',
  'seconds',
  'counted seconds so far',
  'cause event',
  'cause kind',
  'cause side',
  'sentence',
] as const
type Row = Readonly<Record<(typeof COLUMNS)[number], CsvValue>>

/**
 * One row per ledger entry of every clock, local times in the zone of the clock's calendar. A clock without a figure
 * has one row without times that says why.
 */
export function ledgerCsv(
  { ticket, events }: TicketWithEvents,
  policy: { readonly id: string; readonly version: number } | null,
  clocks: readonly EvidenceClock[],
): string {
  const eventOf = new Map(events.map(({ event }) => [event.externalId, event]))
  return writeCsv(
    COLUMNS,
    clocks.flatMap(({ clock, timeZone, ledger, explanation }): Row[] => {
      const common = {
        case: ticket.caseNumber,
        contract: policy?.id ?? null,
        version: policy?.version ?? null,
        clock: clock.id,
        metric: clock.metric,
      }
      const rows = ledger.map((entry) => ({
        ...common,
        label: entry.label,
        ...times(entry.from, entry.to, timeZone),
        seconds: (entry.to - entry.from) / 1_000,
        'counted seconds so far': entry.countedMs / 1_000,
        ...causeOf(eventOf.get(entry.causeEventId ?? '')),
        sentence: entry.sentence,
      }))
      if (rows.length > 0) return rows
      const sentence = explanation.at(-1)?.sentence ?? null
      return [{ ...common, label: clock.state, ...NO_TIMES, ...causeOf(undefined), sentence }]
    }),
  )
}

const NO_TIMES = {
  'from UTC': null,
  'to UTC': null,
  'from local': null,
  'to local': null,
  seconds: null,
  'counted seconds so far': null,
}

function times(from: number, to: number, timeZone: string) {
  return {
    'from UTC': new Date(from).toISOString(),
    'to UTC': new Date(to).toISOString(),
    'from local': writeLocal(from, timeZone),
    'to local': writeLocal(to, timeZone),
  }
}

function causeOf(event: TicketEvent | undefined) {
  return {
    'cause event': event?.externalId ?? null,
    'cause kind': event?.kind ?? null,
    'cause side': event?.actor.side ?? null,
  }
}
