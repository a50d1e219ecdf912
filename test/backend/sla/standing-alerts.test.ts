import { describe, expect, test } from 'vitest'
import { createStandingAlerts } from '../../../electron/backend/sla/standing-alerts.ts'
import type { RaisedAlert } from '../../../electron/backend/sla/row-alerts.ts'
import { memoryAlertStore } from './memory-alert-store.ts'

const AT = Date.UTC(2026, 5, 1, 8)

function raised(number: number, change: Partial<RaisedAlert> = {}): RaisedAlert {
  return {
    id: `desk:${number}/resolution/breached`,
    kind: 'breached',
    ticketId: `desk:${number}`,
    caseNumber: String(number),
    subject: 'No data',
    customer: null,
    severity: 'P1',
    severityRank: 0,
    metric: 'resolution',
    dueAt: AT,
    raisedAt: AT,
    ...change,
  }
}

const one = raised(1)
const two = raised(2)

function standingOf(store = memoryAlertStore()) {
  const logged: string[] = []
  const standing = createStandingAlerts({
    store,
    log: (_level, message) => void logged.push(message),
    epoch: 'test',
  })
  return { standing, store, logged }
}

/** Who has seen each alert that stands. */
function seenBy({ alerts }: ReturnType<typeof createStandingAlerts>): Record<string, string | null> {
  return Object.fromEntries(
    alerts.snapshot().values.map(({ caseNumber, acknowledged }) => [caseNumber, acknowledged?.by ?? null]),
  )
}

describe('acknowledging', () => {
  test('is stored, published once and counted; what does not stand is passed over', () => {
    const { standing, store } = standingOf()
    standing.replaceAll([one, two])
    const { revision } = standing.alerts.snapshot()
    expect(standing.acknowledge([one.id, 'desk:9/resolution/breached', one.id], 'ana', AT + 5)).toBe(1)
    expect(standing.alerts.get(one.id)?.acknowledged).toEqual({ by: 'ana', at: AT + 5 })
    expect(store.acknowledgements()).toEqual([{ alertId: one.id, ticketId: 'desk:1', by: 'ana', at: AT + 5 }])
    const after = standing.alerts.snapshot().revision
    expect(after).not.toBe(revision)
    expect(standing.acknowledge(['nothing'], 'ana', AT + 6)).toBe(0)
    expect(standing.alerts.snapshot().revision).toBe(after)
  })

  test('of two at once is the first one’s, and the second is told so by the alert', () => {
    const { standing } = standingOf()
    standing.replaceAll([one, two])
    expect(standing.acknowledge([one.id], 'ana', AT)).toBe(1)
    expect(standing.acknowledge([one.id, two.id], 'bram', AT)).toBe(1)
    expect(seenBy(standing)).toEqual({ 1: 'ana', 2: 'bram' })
  })

  test('survives a restart, and a change of the row that leaves the alert standing', () => {
    const first = standingOf()
    first.standing.replaceAll([one, two])
    first.standing.acknowledge([one.id], 'ana', AT)
    const { standing } = standingOf(first.store)
    standing.replaceAll([one, two])
    expect(seenBy(standing)).toEqual({ 1: 'ana', 2: null })
    standing.change([one], [{ ...one, subject: 'No data at two sites' }])
    expect(standing.alerts.get(one.id)).toMatchObject({
      subject: 'No data at two sites',
      acknowledged: { by: 'ana' },
    })
  })

  test('ends with the alert: the same clock’s next breach is nobody’s', () => {
    const { standing, store } = standingOf()
    standing.replaceAll([one])
    standing.acknowledge([one.id], 'ana', AT)
    standing.change([one], [])
    expect(store.acknowledgements()).toEqual([])
    standing.change([], [one])
    expect(seenBy(standing)).toEqual({ 1: null })
  })

  test('of what ended while the program was off is forgotten at the start', () => {
    const first = standingOf()
    first.standing.replaceAll([one, two])
    first.standing.acknowledge([one.id, two.id], 'ana', AT)
    const { standing, store } = standingOf(first.store)
    standing.replaceAll([two])
    expect(store.acknowledgements().map(({ alertId }) => alertId)).toEqual([two.id])
  })

  test('that cannot be stored is not shown as done', () => {
    const { standing, store } = standingOf()
    standing.replaceAll([one])
    store.acknowledge = () => {
      throw new Error('disk full')
    }
    expect(() => standing.acknowledge([one.id], 'ana', AT)).toThrow('disk full')
    expect(seenBy(standing)).toEqual({ 1: null })
  })

  test('that cannot be forgotten stops no clock, is logged, and is not taken for the next breach’s', () => {
    const { standing, store, logged } = standingOf()
    standing.replaceAll([one])
    standing.acknowledge([one.id], 'ana', AT)
    const { forget } = store
    store.forget = () => {
      throw new Error('disk full')
    }
    standing.change([one], [])
    expect(logged).toHaveLength(1)
    expect(standing.alerts.snapshot().values).toEqual([])
    store.forget = forget
    standing.change([], [one])
    expect(standing.acknowledge([one.id], 'bram', AT + 1)).toBe(1)
    expect(store.acknowledgements()).toMatchObject([{ by: 'bram' }])
  })
})
