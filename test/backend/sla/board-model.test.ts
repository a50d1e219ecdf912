import { describe, expect, test } from 'vitest'
import { createBoardModel } from '../../../electron/backend/sla/board-model.ts'
import { createStandingAlerts } from '../../../electron/backend/sla/standing-alerts.ts'
import type { TicketWithEvents } from '../../../electron/backend/store/store.ts'
import type { LiveItem } from '../../../shared/contract/live.ts'
import type { BoardRow } from '../../../shared/records/board-row.ts'
import type { Clock } from '../../../shared/records/clock.ts'
import { createManualTimekeeper } from '../../fakes/manual-timekeeper.ts'
import { clockOf, rowOf, ticketOf } from './board-fixtures.ts'
import { memoryAlertStore } from './memory-alert-store.ts'

const START = Date.UTC(2026, 5, 1, 8)
const MINUTE = 60_000

/** A board over tickets whose response is due a given time after their creation, at risk ten minutes before. */
function boardOver(due: Map<string, number>) {
  const timekeeper = createManualTimekeeper(START)
  const derivations: string[] = []

  function clocksAt(dueAt: number, now: number): Clock[] {
    const state = now >= dueAt ? 'breached' : 'running'
    return [
      clockOf({
        state,
        dueAt,
        atRiskAt: dueAt - 10 * MINUTE,
        breachedAt: state === 'breached' ? dueAt : null,
        changesAt: state === 'breached' ? null : dueAt,
      }),
    ]
  }

  function openOf(ids: readonly string[]): TicketWithEvents[] {
    return ids.filter((id) => due.has(id)).map((id) => ticketOf(id))
  }

  const standing = createStandingAlerts({ store: memoryAlertStore(), log: () => {}, epoch: 'test' })
  const { alerts } = standing
  const changes: number[] = []
  const board = createBoardModel({
    tickets: { open: () => openOf([...due.keys()]), openOf },
    deriveRow({ ticket }, now) {
      derivations.push(ticket.ticketId)
      return rowOf(ticket.ticketId, clocksAt(due.get(ticket.ticketId) ?? Infinity, now), now)
    },
    alerts: standing,
    onRowsChanged: () => void changes.push(timekeeper.now()),
    timekeeper,
    epoch: 'test',
  })
  board.deriveAll()
  derivations.length = 0
  changes.length = 0
  return { board, standing, alerts, timekeeper, derivations, changes }
}

function stateOf(rows: { get(key: string): BoardRow | undefined }, ticketId: string): string | undefined {
  return rows.get(ticketId)?.clocks[0]?.state
}

async function next<T>(stream: AsyncGenerator<LiveItem<T>, void>): Promise<LiveItem<T>> {
  const item = await stream.next()
  if (item.done === true) throw new Error('the stream has ended')
  return item.value
}

describe('the board as time passes', () => {
  test('derives a row again when its clock changes by itself, and only that row', () => {
    const { board, timekeeper, derivations } = boardOver(
      new Map([
        ['desk:1', START + 30 * MINUTE],
        ['desk:2', START + 300 * MINUTE],
      ]),
    )
    timekeeper.moveTo(START + 31 * MINUTE)
    expect(stateOf(board.rows, 'desk:1')).toBe('breached')
    expect(board.rows.get('desk:1')?.derivedAt).toBe(START + 30 * MINUTE)
    expect(stateOf(board.rows, 'desk:2')).toBe('running')
    // Once when it came to be at risk and once when it breached.
    expect(derivations).toEqual(['desk:1', 'desk:1'])
  })

  test('does nothing at all while no clock changes', () => {
    const { timekeeper, derivations } = boardOver(new Map([['desk:1', START + 300 * MINUTE]]))
    timekeeper.moveTo(START + 200 * MINUTE)
    expect(derivations).toEqual([])
    expect(timekeeper.waiting).toBe(1)
  })

  test('raises an alert at risk, replaces it at the breach and drops it when the ticket is settled', () => {
    const due = new Map([['desk:1', START + 30 * MINUTE]])
    const { board, alerts, timekeeper } = boardOver(due)
    expect(alerts.snapshot().values).toEqual([])
    timekeeper.moveTo(START + 20 * MINUTE)
    expect(alerts.snapshot().values).toMatchObject([
      { kind: 'at-risk', ticketId: 'desk:1', raisedAt: START + 20 * MINUTE, dueAt: START + 30 * MINUTE },
    ])
    timekeeper.moveTo(START + 45 * MINUTE)
    expect(alerts.snapshot().values).toMatchObject([{ kind: 'breached', raisedAt: START + 30 * MINUTE }])
    due.delete('desk:1')
    board.ticketsChanged(['desk:1'])
    expect(alerts.snapshot().values).toEqual([])
    expect(board.rows.snapshot().values).toEqual([])
  })

  test('a breach found at start says when it happened and comes with the snapshot, not as news', async () => {
    const { alerts } = boardOver(new Map([['desk:1', START - 90 * MINUTE]]))
    const stream = alerts.watch(undefined, new AbortController().signal)
    const first = await next(stream)
    expect(first.snapshot).toBe(true)
    expect(first.upserts).toMatchObject([{ kind: 'breached', raisedAt: START - 90 * MINUTE }])
  })

  test('an alert that stays as it was is not published again when its ticket changes', () => {
    const { board, alerts } = boardOver(new Map([['desk:1', START - MINUTE]]))
    const { revision } = alerts.snapshot()
    board.ticketsChanged(['desk:1'])
    expect(alerts.snapshot().revision).toBe(revision)
  })

  test('what somebody has seen is asked for again when the clock moves on to its breach', () => {
    const { standing, alerts, timekeeper } = boardOver(new Map([['desk:1', START + 30 * MINUTE]]))
    timekeeper.moveTo(START + 21 * MINUTE)
    expect(standing.acknowledge(['desk:1/first-response/at-risk'], 'ana', timekeeper.now())).toBe(1)
    expect(alerts.snapshot().values).toMatchObject([{ kind: 'at-risk', acknowledged: { by: 'ana' } }])
    timekeeper.moveTo(START + 31 * MINUTE)
    expect(alerts.snapshot().values).toMatchObject([{ kind: 'breached', acknowledged: null }])
  })

  test('says that rows have changed once per pass, and not while none does', () => {
    const { changes, timekeeper } = boardOver(new Map([['desk:1', START + 30 * MINUTE]]))
    timekeeper.moveTo(START + 300 * MINUTE)
    expect(changes).toEqual([START + 20 * MINUTE, START + 30 * MINUTE])
  })

  test('stops waiting when it is stopped', () => {
    const { board, timekeeper } = boardOver(new Map([['desk:1', START + 30 * MINUTE]]))
    board.stop()
    expect(timekeeper.waiting).toBe(0)
    board.ticketsChanged(['desk:1'])
    expect(timekeeper.waiting).toBe(0)
  })
})

describe('the board as tickets change', () => {
  test('a new ticket appears, a settled one goes, and other rows are left alone', () => {
    const due = new Map([
      ['desk:1', START + 30 * MINUTE],
      ['desk:2', START + 40 * MINUTE],
    ])
    const { board, derivations } = boardOver(due)
    due.delete('desk:1')
    due.set('desk:3', START + 50 * MINUTE)
    board.ticketsChanged(['desk:1', 'desk:3'])
    expect(board.rows.snapshot().values.map((row) => row.ticketId)).toEqual(['desk:2', 'desk:3'])
    expect(derivations).toEqual(['desk:3'])
  })

  test('the rows of a removed source go, those of others stay', () => {
    const due = new Map([
      ['desk:1', START + 30 * MINUTE],
      ['other:1', START + 40 * MINUTE],
    ])
    const { board } = boardOver(due)
    due.delete('desk:1')
    board.sourceRemoved('desk')
    expect(board.rows.snapshot().values.map((row) => row.ticketId)).toEqual(['other:1'])
  })
})
