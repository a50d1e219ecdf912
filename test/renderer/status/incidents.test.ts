import { describe, expect, test } from 'vitest'
import { changedAt, groupComponents, groupIncidents } from '../../../renderer/status/incidents.ts'
import { incidentWith, snapshotWith } from '../support/records.ts'

const NOW = Date.UTC(2026, 10, 22, 3)
const HOUR = 3_600_000

describe('incidents of a page', () => {
  test('each lands where an engineer looks for it', () => {
    const maintenance = { kind: 'maintenance' as const }
    const groups = groupIncidents(
      snapshotWith({
        incidents: [
          incidentWith({ externalId: 'open' }),
          incidentWith({ externalId: 'over', open: false }),
          incidentWith({ externalId: 'silent', open: null }),
          incidentWith({ externalId: 'feed', kind: 'notice', open: null }),
          incidentWith({
            ...maintenance,
            externalId: 'later',
            startedAt: NOW + HOUR,
            endedAt: NOW + 2 * HOUR,
          }),
          incidentWith({ ...maintenance, externalId: 'now', startedAt: NOW - HOUR, endedAt: NOW + HOUR }),
          incidentWith({
            ...maintenance,
            externalId: 'past',
            open: null,
            startedAt: NOW - 2 * HOUR,
            endedAt: NOW,
          }),
          incidentWith({
            ...maintenance,
            externalId: 'overrun',
            startedAt: NOW - 2 * HOUR,
            endedAt: NOW - HOUR,
          }),
        ],
      }),
      NOW,
    )
    const ids = Object.fromEntries(
      Object.entries(groups).map(([name, members]: [string, { externalId: string }[]]) => [
        name,
        members.map((member) => member.externalId),
      ]),
    )
    expect(ids).toEqual({
      open: ['open'],
      underWay: ['overrun', 'now'],
      planned: ['later'],
      notices: ['silent', 'feed'],
      closed: ['past', 'over'],
    })
  })

  test('the age of an incident is its newest statement', () => {
    const updates = [{ at: NOW, rawStatus: null, text: 'x' }]
    expect(changedAt(incidentWith({ startedAt: NOW - HOUR, updatedAt: NOW - 60_000, updates }))).toBe(NOW)
    expect(changedAt(incidentWith({}))).toBe(0)
  })
})

describe('components of a page', () => {
  test('stand under their groups in the order of the page, those without a group first', () => {
    const names = [
      ['SMS', 'Messaging'],
      ['Portal', null],
      ['MMS', 'Messaging'],
    ] as const
    const components = names.map(([name, group]) => ({
      externalId: name,
      name,
      group,
      rawState: 'up',
      state: 'operational' as const,
    }))
    expect(
      groupComponents(components).map((group) => [group.name, group.components.map((c) => c.name)]),
    ).toEqual([
      [null, ['Portal']],
      ['Messaging', ['SMS', 'MMS']],
    ])
    expect(groupComponents([])).toEqual([])
  })
})
