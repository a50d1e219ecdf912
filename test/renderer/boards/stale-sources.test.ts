import { expect, test } from 'vitest'
import { staleSourceIds } from '../../../renderer/boards/stale-sources.ts'
import { sourceWith } from '../support/records.ts'

test('old and never read ticket sources are stale, others are not', () => {
  const sources = [
    sourceWith({ id: 'fresh', health: { lastSuccessAt: 900, staleAfterMs: 100 } }),
    sourceWith({ id: 'old', health: { lastSuccessAt: 899, staleAfterMs: 100 } }),
    sourceWith({ id: 'never', health: { lastSuccessAt: null } }),
    sourceWith({ id: 'page', role: 'status', health: { lastSuccessAt: null } }),
  ]
  expect(staleSourceIds(sources, 1_000)).toEqual(['old', 'never'])
})
