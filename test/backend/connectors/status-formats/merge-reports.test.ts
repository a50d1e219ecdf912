import { expect, test } from 'vitest'
import { mergeReports } from '../../../../electron/backend/connectors/status-formats/merge-reports.ts'
import { readAnswer, readFixture } from './fixture.ts'

test('open incidents of the summary and closed ones of the history, each once', () => {
  const merged = mergeReports(
    readFixture('statuspage-summary.json'),
    readFixture('statuspage-incidents.json'),
  )
  expect(merged.snapshot.incidents.map((incident) => incident.externalId)).toEqual([
    'inc-ghana',
    'mnt-core',
    'inc-voice',
  ])
  expect(merged.snapshot.incidents[0]?.updates).toHaveLength(2)
  expect(merged.snapshot).toMatchObject({ pageName: 'Novatel Carrier Services', overall: 'degraded' })
})

test('Uptime Kuma: names from one document, states from the other; no beat is unknown', () => {
  const monitorList = [1, 2].map((id) => ({ id, name: `M${id}` }))
  const names = readAnswer({
    config: { slug: 's', title: 'S' },
    publicGroupList: [{ name: 'G', monitorList }],
  })
  const beats = readAnswer({ heartbeatList: { '1': [{ status: 1 }], '9': [{ status: 0 }] } })
  const { snapshot } = mergeReports(names, beats)
  expect(snapshot.components.map(({ name, group, state }) => [name, group, state])).toEqual([
    ['M1', 'G', 'operational'],
    ['M2', 'G', 'unknown'],
  ])
  expect(snapshot.overall).toBe('unknown')
})

test('an incident and a maintenance of the same number stay two', () => {
  const incidents = readAnswer({ data: [{ id: 1, name: 'Slow', is_resolved: false, latest_status: 1 }] })
  const schedules = readAnswer({ data: [{ id: 1, name: 'Upgrade', status: 0, scheduled_at: '2026-03-02' }] })
  const { snapshot } = mergeReports(incidents, schedules)
  expect(snapshot.incidents.map((incident) => incident.externalId)).toEqual(['1', 'maintenance-1'])
})
