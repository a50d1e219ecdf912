import { describe, expect, test } from 'vitest'
import { freshnessOf, pageViews, worstState } from '../../../renderer/status/page-view.ts'
import { incidentWith, pageWith, snapshotWith, sourceWith } from '../support/records.ts'

const NOW = Date.UTC(2026, 10, 22, 3)
const FAULT = { code: 'timed-out' as const, detail: 'no answer in 30 s', at: NOW }

function component(name: string, state: 'operational' | 'degraded' | 'unknown') {
  return { externalId: name, name, group: null, rawState: state, state }
}

describe('freshness of a page', () => {
  const page = pageWith({ checkedAt: NOW - 300_000 })
  const source = sourceWith({ role: 'status', health: { staleAfterMs: 300_000 } })

  test('is current up to the limit of its source and stale after', () => {
    expect(freshnessOf(page, source, NOW)).toBe('current')
    expect(freshnessOf(page, source, NOW + 1)).toBe('stale')
  })

  test('names disconnected, misconfigured, paused and never read apart', () => {
    expect(
      freshnessOf(page, { ...source, health: { ...source.health, state: 'failing', fault: FAULT } }, NOW),
    ).toBe('disconnected')
    expect(freshnessOf(page, { ...source, health: { ...source.health, state: 'misconfigured' } }, NOW)).toBe(
      'misconfigured',
    )
    expect(freshnessOf(page, { ...source, enabled: false }, NOW)).toBe('paused')
    expect(freshnessOf(null, source, NOW)).toBe('no-data')
  })
})

describe('shown state of a page', () => {
  test('is the worst of page, components and open incidents', () => {
    expect(worstState(snapshotWith({ components: [component('Data', 'degraded')] }))).toBe('degraded')
    expect(worstState(snapshotWith({ incidents: [incidentWith({ impact: 'major-outage' })] }))).toBe(
      'major-outage',
    )
    expect(
      worstState(snapshotWith({ incidents: [incidentWith({ impact: 'major-outage', open: false })] })),
    ).toBe('operational')
  })

  test('a part of unknown state does not hide that the page works, nor is an unknown page healthy', () => {
    expect(worstState(snapshotWith({ components: [component('Data', 'unknown')] }))).toBe('operational')
    expect(
      worstState(snapshotWith({ overall: 'unknown', components: [component('Data', 'operational')] })),
    ).toBe('unknown')
  })

  test('old good news is unknown, old bad news stays', () => {
    const fine = pageWith({ sourceId: 'fine', checkedAt: NOW - 3_600_000 })
    const bad = pageWith({ sourceId: 'bad', checkedAt: NOW - 3_600_000, snapshot: { overall: 'degraded' } })
    const views = pageViews([fine, bad], [], NOW)
    expect(views.map((view) => [view.sourceId, view.state, view.freshness])).toEqual([
      ['bad', 'degraded', 'stale'],
      ['fine', 'unknown', 'stale'],
    ])
  })
})

describe('order of pages', () => {
  test('worst first; a page with open incidents before a quiet one; sources never read are shown as unknown', () => {
    const quiet = pageWith({ sourceId: 'quiet', name: 'Quiet', checkedAt: NOW })
    const open = pageWith({
      sourceId: 'open',
      name: 'Open',
      checkedAt: NOW,
      snapshot: { incidents: [incidentWith({ impact: 'operational' })] },
    })
    const down = pageWith({
      sourceId: 'down',
      name: 'Down',
      checkedAt: NOW,
      snapshot: { overall: 'major-outage' },
    })
    const unread = sourceWith({ id: 'new', role: 'status', name: 'New', health: { state: 'never-run' } })
    const tickets = sourceWith({ id: 'desk', role: 'tickets' })
    const views = pageViews([quiet, open, down], [unread, tickets], NOW)
    expect(views.map((view) => view.sourceId)).toEqual(['down', 'new', 'open', 'quiet'])
    expect(views[1]).toMatchObject({ state: 'unknown', freshness: 'no-data', page: null })
  })
})
