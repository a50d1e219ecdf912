import { expect, test } from 'vitest'
import { readAnswer, readFixture } from '../fixture.ts'

test('groups are not components; members carry the name of theirs', () => {
  const report = readFixture('statuspage-summary.json')
  expect(report.groups).toEqual(['SMS'])
  expect(
    report.snapshot.components.map(({ name, group, rawState, state }) => [name, group, rawState, state]),
  ).toEqual([
    ['A2P', 'SMS', 'operational', 'operational'],
    ['P2P', 'SMS', 'degraded_performance', 'degraded'],
    ['Data roaming', null, 'operational', 'operational'],
    ['eSIM profiles', null, 'wobbling', 'unknown'],
  ])
})

test('a record without a name is refused with its place', () => {
  expect(readFixture('statuspage-summary.json').refusals).toEqual([
    { place: 'components[4]', reason: 'It has no name.' },
  ])
})

test('a carrier incident of impact "none" under a green page is open, and the page is not healthy', () => {
  const { snapshot } = readFixture('statuspage-summary.json')
  const incident = snapshot.incidents.find((entry) => entry.externalId === 'inc-ghana')
  expect(incident).toMatchObject({
    kind: 'incident',
    rawImpact: 'none',
    impact: 'unknown',
    open: true,
    startedAt: Date.UTC(2026, 2, 2, 8),
    updatedAt: Date.UTC(2026, 2, 2, 9, 20),
    endedAt: null,
    components: ['A2P'],
    url: 'https://stspg.example/inc-ghana',
  })
  expect(incident?.updates[0]?.text).toBe('The operator confirms a fault.\nNo estimate yet & no workaround.')
  expect(snapshot.overallRaw).toBe('none')
  expect(snapshot.overall).toBe('degraded')
})

test('a maintenance starts when it is scheduled, not when it was announced; a script is no link', () => {
  const { snapshot } = readFixture('statuspage-summary.json')
  expect(snapshot.incidents.find((entry) => entry.kind === 'maintenance')).toMatchObject({
    open: true,
    startedAt: Date.UTC(2026, 2, 10, 23),
    endedAt: Date.UTC(2026, 2, 11, 3),
    url: null,
  })
})

test('a resolved incident without resolved_at ended with its resolving update', () => {
  const { snapshot } = readFixture('statuspage-incidents.json')
  expect(snapshot.incidents[1]).toMatchObject({ open: false, endedAt: Date.UTC(2026, 1, 27, 9, 29) })
})

test.each([
  ['none', 'operational'],
  ['minor', 'degraded'],
  ['major', 'partial-outage'],
  ['critical', 'major-outage'],
  ['maintenance', 'maintenance'],
  ['sparkling', 'unknown'],
  ['constructor', 'unknown'],
])('indicator %s is %s', (indicator, state) => {
  const { snapshot } = readAnswer({ page: { id: 'p' }, status: { indicator } })
  expect(snapshot).toMatchObject({ overallRaw: indicator, overall: state })
})

test('a page that says "minor" over a critical incident is as bad as the incident', () => {
  const incident = { id: 'i', name: 'All down', status: 'identified', impact: 'critical' }
  const { snapshot } = readAnswer({
    page: { id: 'p' },
    status: { indicator: 'minor' },
    incidents: [incident],
  })
  expect(snapshot.overall).toBe('major-outage')
})

test('an upcoming maintenance leaves a page operational, a running one does not', () => {
  const page = (status: string) =>
    readAnswer({
      page: { id: 'p' },
      status: { indicator: 'none' },
      scheduled_maintenances: [{ id: 'm', name: 'Upgrade', status }],
    }).snapshot.overall
  expect(page('scheduled')).toBe('operational')
  expect(page('in_progress')).toBe('maintenance')
  expect(page('completed')).toBe('operational')
})
