import { expect, test } from 'vitest'
import { alertLines, countUnseen, isCritical } from '../../../renderer/alerts/alert-order.ts'
import { nextAlert } from '../../../renderer/alerts/next-alert.ts'
import { alertWith, criticalWith } from '../support/alerts.ts'

const seen = { by: 'ana', at: 0 }
const alerts = [
  alertWith({ id: 'risk late', dueAt: 900 }),
  criticalWith({ id: 'breach late', dueAt: 500, acknowledged: seen }),
  alertWith({ id: 'risk soon', dueAt: 100 }),
  alertWith({ id: 'breach early', kind: 'breached', dueAt: 50 }),
]

test('breached stand before at risk, each by due time, under headings that count', () => {
  const lines = alertLines(alerts).map((line) =>
    line.kind === 'group' ? `${line.of} ${line.count}` : line.alert.id,
  )
  expect(lines).toEqual(['breached 2', 'breach early', 'breach late', 'at-risk 2', 'risk soon', 'risk late'])
  expect(alertLines([])).toEqual([])
})

test('the bell counts what nobody has acknowledged', () => {
  expect(countUnseen(alerts)).toEqual({ breached: 1, 'at-risk': 2 })
})

test('critical is a breach of the most severe rank and nothing else', () => {
  expect(isCritical({ kind: 'breached', severityRank: 0 })).toBe(true)
  expect(isCritical({ kind: 'at-risk', severityRank: 0 })).toBe(false)
  expect(isCritical({ kind: 'breached', severityRank: 1 })).toBe(false)
  expect(isCritical({ kind: 'breached', severityRank: null })).toBe(false)
})

test('moving passes over headings and stops at the ends', () => {
  const lines = alertLines(alerts)
  const from = (id: string | null, move: number | 'first' | 'last') => nextAlert(lines, id, move)?.id
  expect(from(null, 1)).toBe('breach early')
  expect(from('breach late', 1)).toBe('risk soon')
  expect(from('risk soon', -1)).toBe('breach late')
  expect(from('breach early', -8)).toBe('breach early')
  expect(from('breach early', 8)).toBe('risk late')
  expect([from(null, 'first'), from(null, 'last')]).toEqual(['breach early', 'risk late'])
  expect(nextAlert([], null, 1)).toBeNull()
})
