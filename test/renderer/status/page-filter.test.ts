import { describe, expect, test } from 'vitest'
import { filterPages } from '../../../renderer/status/page-filter.ts'
import { pageViews } from '../../../renderer/status/page-view.ts'
import { incidentWith, pageWith } from '../support/records.ts'

const NOW = Date.UTC(2026, 10, 22, 3)
const views = pageViews(
  [
    pageWith({ sourceId: 'a', name: 'Alpha Mobile', checkedAt: NOW }),
    pageWith({
      sourceId: 'b',
      name: 'Beta SMS',
      checkedAt: NOW,
      snapshot: { incidents: [incidentWith({ title: 'Delays towards Ghana', impact: 'degraded' })] },
    }),
    pageWith({ sourceId: 'c', name: 'Gamma', checkedAt: NOW - 24 * 3_600_000 }),
  ],
  [],
  NOW,
)

function found(words: string, scope: 'all' | 'trouble'): string[] {
  return filterPages(views, words, scope).map((view) => view.sourceId)
}

describe('filter of provider pages', () => {
  test('every word must stand somewhere: page, component or incident', () => {
    expect(found('', 'all')).toEqual(['b', 'c', 'a'])
    expect(found('ghana BETA', 'all')).toEqual(['b'])
    expect(found('ghana alpha', 'all')).toEqual([])
  })

  test('trouble includes pages we cannot vouch for', () => {
    expect(found('', 'trouble')).toEqual(['b', 'c'])
  })
})
