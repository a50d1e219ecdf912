import type { BoardRow } from '../../../shared/records/board-row.ts'
import { createLiveCollection, type LiveCollection } from '../live/live-collection.ts'
import type { TicketStore, TicketWithEvents } from '../store/store.ts'
import type { Timekeeper } from '../time/timekeeper.ts'
import { rowAlerts } from './row-alerts.ts'
import type { StandingAlerts } from './standing-alerts.ts'

export interface BoardModelParts {
  readonly tickets: Pick<TicketStore, 'open' | 'openOf'>
  /** The row of an open ticket as of `now`, under the settings and policies of the moment. Never throws. */
  readonly deriveRow: (ticket: TicketWithEvents, now: number) => BoardRow
  /** Told what the rows give alarm for, as they change. */
  readonly alerts: Pick<StandingAlerts, 'replaceAll' | 'change'>
  /** Called after rows have changed, whatever the reason. */
  readonly onRowsChanged: () => void
  readonly timekeeper: Timekeeper
  readonly epoch: string
}

/** The rows of all open tickets, kept true: derived again when a ticket changes and when time alone changes a clock. */
export interface BoardModel {
  readonly rows: LiveCollection<BoardRow>
  /** Derives every open ticket: at start, and when settings or policies changed. */
  deriveAll(): void
  ticketsChanged(ticketIds: readonly string[]): void
  /** A source and its tickets are gone. */
  sourceRemoved(sourceId: string): void
  stop(): void
}

/** Clocks that change within this much real time of each other are derived in one go. */
const STEP_MS = 250

export function createBoardModel(parts: BoardModelParts): BoardModel {
  const { tickets, deriveRow, alerts, onRowsChanged, timekeeper, epoch } = parts
  const rows = createLiveCollection<BoardRow>({ key: (row) => row.ticketId, epoch })
  let cancelWake = (): void => {}
  let stopped = false

  function deriveAll(): void {
    const now = timekeeper.now()
    const derived = tickets.open().map((ticket) => deriveRow(ticket, now))
    rows.replaceAll(derived)
    alerts.replaceAll(derived.flatMap(rowAlerts))
    onRowsChanged()
    planWake()
  }

  function ticketsChanged(ticketIds: readonly string[]): void {
    if (ticketIds.length === 0) return
    const now = timekeeper.now()
    const held = new Map(ticketIds.map((id) => [id, rows.get(id)]))
    const derived = tickets.openOf(ticketIds).map((ticket) => deriveRow(ticket, now))
    const open = new Set(derived.map((row) => row.ticketId))
    rows.set(derived)
    rows.delete(ticketIds.filter((id) => !open.has(id)))
    alerts.change(
      [...held.values()].filter((row) => row !== undefined).flatMap(rowAlerts),
      derived.flatMap(rowAlerts),
    )
    onRowsChanged()
    planWake()
  }

  function planWake(): void {
    cancelWake()
    if (stopped) return
    // A pass over a few thousand rows takes microseconds; a heap would have to be kept true for the same answer.
    let earliest = Infinity
    for (const row of rows.snapshot().values) earliest = Math.min(earliest, nextChangeAt(row))
    if (earliest === Infinity) return
    const soonest = timekeeper.now() + STEP_MS * timekeeper.rate
    cancelWake = timekeeper.at(Math.max(earliest, soonest), wake)
  }

  function wake(): void {
    const now = timekeeper.now()
    const due = rows.snapshot().values.filter((row) => nextChangeAt(row) <= now)
    if (due.length === 0) planWake()
    else ticketsChanged(due.map((row) => row.ticketId))
  }

  return {
    rows,
    deriveAll,
    ticketsChanged,
    sourceRemoved(sourceId) {
      const gone = rows.snapshot().values.filter((row) => row.sourceId === sourceId)
      ticketsChanged(gone.map((row) => row.ticketId))
    },
    stop() {
      stopped = true
      cancelWake()
    },
  }
}

/** When time alone changes something in the row; instants it has already been derived for do not count. */
function nextChangeAt(row: BoardRow): number {
  let next = Infinity
  for (const { changesAt, state, atRiskAt } of row.clocks) {
    if (changesAt !== null && changesAt > row.derivedAt) next = Math.min(next, changesAt)
    if (state === 'running' && atRiskAt !== null && atRiskAt > row.derivedAt) next = Math.min(next, atRiskAt)
  }
  return next
}
