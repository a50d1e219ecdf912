import { describe, expect, test } from 'vitest'
import {
  clockSkewWarningMs,
  sourceMark,
  sourcesByConsequence,
} from '../../../renderer/sources/source-mark.ts'
import { sourceWith } from '../support/records.ts'

const NOW = Date.UTC(2026, 10, 22, 3)
const FAULT = { code: 'server-error' as const, detail: 'HTTP 503', at: NOW - 1_000 }

describe('mark of a source', () => {
  test('healthy until the last success is older than its limit, then stale', () => {
    const source = sourceWith({ health: { lastSuccessAt: NOW - 60_000, staleAfterMs: 60_000 } })
    expect(sourceMark(source, NOW)).toBe('healthy')
    expect(sourceMark(source, NOW + 1)).toBe('stale')
  })

  test('a failing source that tries again is still disconnected', () => {
    expect(sourceMark(sourceWith({ health: { state: 'failing', fault: FAULT } }), NOW)).toBe('disconnected')
    expect(sourceMark(sourceWith({ health: { state: 'working', fault: FAULT } }), NOW)).toBe('disconnected')
    expect(sourceMark(sourceWith({ health: { state: 'working' } }), NOW)).toBe('working')
  })

  test('switched off is paused, whatever happened before', () => {
    expect(sourceMark(sourceWith({ enabled: false, health: { state: 'failing', fault: FAULT } }), NOW)).toBe(
      'paused',
    )
  })

  test('never read is never healthy', () => {
    expect(sourceMark(sourceWith({ health: { state: 'healthy', lastSuccessAt: null } }), NOW)).toBe(
      'never-run',
    )
    expect(sourceMark(sourceWith({ health: { state: 'never-run', lastSuccessAt: null } }), NOW)).toBe(
      'never-run',
    )
  })

  test('those that need a person come first', () => {
    const healthy = sourceWith({ id: 'a', name: 'A', health: { lastSuccessAt: NOW } })
    const failing = sourceWith({ id: 'b', name: 'B', health: { state: 'failing', fault: FAULT } })
    const wrong = sourceWith({ id: 'c', name: 'C', health: { state: 'misconfigured', fault: FAULT } })
    expect(sourcesByConsequence([healthy, failing, wrong], NOW).map((source) => source.id)).toEqual([
      'c',
      'b',
      'a',
    ])
  })

  test('warns of a clock that is 30 s off, either way', () => {
    expect(clockSkewWarningMs(sourceWith({ health: { clockSkewMs: 29_999 } }))).toBeNull()
    expect(clockSkewWarningMs(sourceWith({ health: { clockSkewMs: -30_000 } }))).toBe(-30_000)
    expect(clockSkewWarningMs(sourceWith({ health: { clockSkewMs: null } }))).toBeNull()
  })
})
