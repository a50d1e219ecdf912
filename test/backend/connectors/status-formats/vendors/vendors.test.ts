import { describe, expect, test } from 'vitest'
import { readStatusDocument } from '../../../../../electron/backend/connectors/status-formats/read-status-document.ts'
import { readAnswer, readFixture } from '../fixture.ts'

const at = (hour: number) => Date.UTC(2026, 2, 2, hour)
const iso = (hour: number) => new Date(at(hour)).toISOString()

test('Google: open means without end; numbers above 2^53 stay apart; links are resolved or dropped', () => {
  const { snapshot, incidentFacts } = readFixture('google-incidents.json')
  expect(snapshot.incidents).toMatchObject([
    {
      externalId: 'wRtY77',
      open: false,
      url: 'https://status.cloud.google.com/incidents/wRtY77',
      impact: 'partial-outage',
    },
    { externalId: '11738310674864064646', open: true, url: null, impact: 'major-outage' },
  ])
  expect(incidentFacts['wRtY77']).toMatchObject({ number: '11738310674864064645', severity: 'medium' })
  expect(snapshot.overall).toBe('major-outage')
})

test('AWS: UTF-16BE, epoch strings, what is hit now apart from what recovered; an empty list is healthy by its address', () => {
  const event = {
    arn: 'arn:1',
    date: '1772442000',
    status: '2',
    summary: 'Errors',
    region_name: 'Ireland',
    event_log: [{ status: 2, timestamp: 1_772_445_600, message: 'Working' }],
    impacted_services: {
      a: { service_name: 'SMS', current: '2' },
      b: { service_name: 'Voice', current: '0', max: '3' },
    },
  }
  const bytes = Buffer.from(JSON.stringify([event]), 'utf16le').swap16()
  const { snapshot, incidentFacts } = readStatusDocument({
    bytes,
    url: null,
    contentType: 'application/json;charset=utf-16',
  })
  expect(snapshot.incidents).toMatchObject([
    { open: true, startedAt: at(9), updatedAt: at(10), components: ['SMS'], impact: 'partial-outage' },
  ])
  expect(incidentFacts['arn:1']).toMatchObject({
    region: 'Ireland',
    impactedServices: 2,
    impactedNow: 1,
    recovered: 1,
  })
  expect(readAnswer([], 'https://health.aws.amazon.com/public/currentevents').snapshot.overall).toBe(
    'operational',
  )
  expect(() => readAnswer([])).toThrow('no known status format')
})

describe('incident.io and Flashduty', () => {
  test('open incidents make the page; no start time is no start time', () => {
    const incident = {
      id: 'i',
      name: 'Delays',
      status: 'identified',
      last_update_at: iso(9),
      last_update_message: 'On it',
      current_worst_impact: 'full_outage',
      affected_components: [{ id: 'c', name: 'SMS' }],
    }
    const page = { page_title: 'P', page_url: 'https://p.example', ongoing_incidents: [incident] }
    const { snapshot } = readAnswer({ ...page, in_progress_maintenances: [], scheduled_maintenances: [] })
    expect(snapshot).toMatchObject({ format: 'incident-io', pageName: 'P', overall: 'major-outage' })
    expect(snapshot.incidents).toMatchObject([
      { open: true, startedAt: null, updatedAt: at(9), components: ['SMS'] },
    ])
  })

  test('the widget states when to come back', () => {
    const report = readAnswer({
      poll_after_seconds: 30,
      page: { name: 'D' },
      overall: { status: 'degraded' },
      ongoing_incidents: [
        {
          id: '1',
          title: 'Slow',
          phase: 'identified',
          impact: 'degraded',
          last_update: { at: iso(9), message: 'x' },
        },
      ],
    })
    expect(report).toMatchObject({
      pollAfterMs: 30_000,
      snapshot: { format: 'flashduty-widget', overall: 'degraded' },
    })
    expect(report.snapshot.incidents).toMatchObject([{ rawStatus: 'identified', updatedAt: at(9) }])
  })
})

describe('Instatus and its likeness', () => {
  test('UP over a major outage is not healthy; a maintenance ends after its minutes', () => {
    const { snapshot } = readAnswer({
      page: { name: 'I', status: 'UP' },
      activeIncidents: [{ name: 'Down', impact: 'MAJOROUTAGE', status: 'INVESTIGATING' }],
      activeMaintenances: [{ id: 'm', name: 'Up', status: 'NOTSTARTEDYET', start: iso(9), duration: '120' }],
    })
    expect(snapshot).toMatchObject({ format: 'instatus', overallRaw: 'UP', overall: 'major-outage' })
    expect(snapshot.incidents[1]).toMatchObject({ kind: 'maintenance', startedAt: at(9), endedAt: at(11) })
    expect(snapshot.incidents[0]?.externalId).toMatch(/^made:/)
  })

  test('lists are absent while healthy', () => {
    expect(readAnswer({ page: { name: 'I', status: 'UP' } }).snapshot).toMatchObject({
      overall: 'operational',
      incidents: [],
    })
  })

  test('the same keys with other words are another format', () => {
    const { snapshot } = readAnswer({ page: { name: 'O', status: 'has_issues' }, activeIncidents: [] })
    expect(snapshot).toMatchObject({ format: 'generic-summary', overall: 'degraded' })
  })
})

describe('Cachet', () => {
  test('version 2: disabled components are left out, 0 and 5 are unknown', () => {
    const component = (id: number, status: number, enabled = true) => ({
      id,
      name: `C${id}`,
      status,
      group_id: 0,
      enabled,
    })
    const report = readAnswer({ data: [component(1, 1), component(2, 5), component(3, 4, false)] })
    expect(report.snapshot.components.map(({ rawState, state }) => [rawState, state])).toEqual([
      ['1', 'operational'],
      ['5', 'unknown'],
    ])
    expect(report.facts).toEqual({ disabled: 1 })
    expect(report.snapshot.overall).toBe('unknown')
  })

  test('version 3: attributes, status{value,human} and times in objects', () => {
    const { snapshot } = readAnswer({
      data: [
        {
          id: '1',
          type: 'components',
          attributes: { name: 'Web', status: { value: 2, human: 'Performance Issues' } },
        },
      ],
    })
    expect(snapshot.components).toMatchObject([{ externalId: '1', rawState: '2', state: 'degraded' }])
    const incidents = readAnswer({
      data: [
        {
          id: '7',
          type: 'incidents',
          attributes: {
            name: 'Slow',
            status: { value: 4, human: 'Fixed' },
            occurred: { string: '2026-03-02 09:00:00' },
          },
        },
      ],
    })
    expect(incidents.snapshot.incidents).toMatchObject([{ rawStatus: '4', open: false, startedAt: at(9) }])
  })

  test('schedules are maintenances', () => {
    const { snapshot } = readAnswer({
      data: [{ id: 1, name: 'Upgrade', status: 0, scheduled_at: '2026-03-02 09:00:00' }],
    })
    expect(snapshot.incidents).toMatchObject([{ kind: 'maintenance', open: true, startedAt: at(9) }])
  })
})

describe('Uptime Kuma', () => {
  test('the last beat counts; pending is unknown', () => {
    const { snapshot } = readAnswer({
      heartbeatList: {
        '1': [{ status: 1 }, { status: 0, time: '2026-03-02 09:00:00.000' }],
        '2': [{ status: 2 }],
      },
    })
    expect(snapshot.components.map(({ externalId, state }) => [externalId, state])).toEqual([
      ['1', 'major-outage'],
      ['2', 'unknown'],
    ])
    expect(snapshot.overall).toBe('major-outage')
  })

  test('the empty answer to a wrong name is no quiet page', () => {
    expect(() => readAnswer({ config: {}, incidents: [], publicGroupList: [] })).toThrow('shows no monitors')
    expect(() => readAnswer({ heartbeatList: {}, uptimeList: {} })).toThrow('shows no monitors')
  })
})

test('Status.io: a component without a code is as bad as its worst container', () => {
  const { snapshot } = readAnswer({
    result: {
      status_overall: { status_code: 100, status: 'Operational' },
      status: [{ id: 'a', name: 'Core', containers: [{ status_code: 100 }, { status_code: 500 }] }],
      incidents: [{ _id: 'i', name: 'Old', status_code: 400, datetime_open: iso(9) }],
    },
  })
  expect(snapshot.components).toMatchObject([{ rawState: '500', state: 'major-outage' }])
  expect(snapshot.incidents).toMatchObject([{ open: false, rawStatus: '400' }])
  expect(snapshot.overall).toBe('major-outage')
})

test('Better Stack: sections by number or text, reports by what they hit, resolved ones closed', () => {
  const report = readAnswer({
    data: { id: '1', type: 'status_page', attributes: { company_name: 'B', aggregate_state: 'operational' } },
    included: [
      { id: '10', type: 'status_page_section', attributes: { name: 'Core' } },
      { id: '11', type: 'status_page_section', attributes: { name: 'Empty' } },
      {
        id: '100',
        type: 'status_page_resource',
        attributes: { public_name: 'API', status: 'operational', status_page_section_id: 10 },
      },
      {
        id: '500',
        type: 'status_report',
        attributes: {
          title: 'Down',
          report_type: 'manual',
          starts_at: iso(9),
          ends_at: null,
          aggregate_state: 'investigating',
          affected_resources: [{ status_page_resource_id: '100', status: 'downtime' }],
        },
      },
      {
        id: '501',
        type: 'status_report',
        attributes: { title: 'Old', report_type: 'manual', aggregate_state: 'resolved' },
      },
    ],
  })
  expect(report.groups).toEqual(['Core'])
  expect(report.snapshot.components).toMatchObject([{ name: 'API', group: 'Core' }])
  expect(report.snapshot.incidents).toMatchObject([
    { open: true, impact: 'major-outage', components: ['API'] },
    { open: false },
  ])
  expect(report.snapshot.overall).toBe('major-outage')
})

test('Slack: version 1 shows its one incident as the answer itself', () => {
  const { snapshot } = readAnswer({
    status: 'active',
    id: 9,
    title: 'Delays',
    type: 'outage',
    date_updated: iso(10),
    date_created: iso(9),
    services: ['Calls'],
  })
  expect(snapshot).toMatchObject({ format: 'slack-v2', overall: 'major-outage', pageUpdatedAt: at(10) })
  expect(snapshot.incidents).toMatchObject([{ externalId: '9', open: true, components: ['Calls'] }])
})

test('Datadog: components inside groups, an incident judged at its worst', () => {
  const hit = { id: 'c', name: 'Video', status: 'degraded' }
  const report = readAnswer({
    id: 'p',
    name: 'D',
    domainPrefix: 'd',
    components: [
      {
        id: 'g',
        name: 'API',
        type: 'ComponentGroup',
        components: [{ id: 'c', name: 'Video', status: 'operational' }],
      },
    ],
    incidents: [
      {
        id: 'i',
        title: 'Slow',
        currentStatus: 'resolved',
        resolved: true,
        resolvedDate: iso(10),
        publishedDate: iso(9),
        timeline: [{ status: 'investigating', startedAt: iso(9), componentsAffected: [hit] }],
      },
    ],
    maintenances: null,
  })
  expect(report.groups).toEqual(['API'])
  expect(report.snapshot).toMatchObject({ format: 'datadog-page', overall: 'operational' })
  expect(report.snapshot.incidents).toMatchObject([
    { open: false, impact: 'degraded', startedAt: at(9), endedAt: at(10) },
  ])
})

test('Zendesk, Sorry, status.online, Rootly', () => {
  const zendesk = readAnswer({
    data: [
      {
        id: '1',
        type: 'incident',
        attributes: {
          name: 'Calls',
          impact: 'major',
          status: 'investigating',
          startedAt: iso(9),
          resolvedAt: null,
        },
        relationships: { incidentServices: { data: [{ id: 's' }] } },
      },
    ],
    included: [{ id: 's', type: 'incidentService', attributes: { serviceName: 'Voice' } }],
  })
  expect(zendesk.snapshot).toMatchObject({ format: 'zendesk-ssp', overall: 'partial-outage' })
  expect(zendesk.snapshot.incidents).toMatchObject([{ open: true, components: ['Voice'] }])
  const sorry = readAnswer({
    notices: [
      { id: 1, type: 'planned', state: 'scheduled', subject: 'Work', begins_at: iso(9), ends_at: iso(11) },
    ],
  })
  expect(sorry.snapshot.incidents).toMatchObject([{ kind: 'maintenance', startedAt: at(9), endedAt: at(11) }])
  const online = readAnswer({
    incidents: [{ id: 5, name: 'DNS', status: 'active', started_at: iso(9), resolved_at: null }],
  })
  expect(online.snapshot).toMatchObject({ format: 'status-online', overall: 'degraded' })
  const rootly = readAnswer({ page: { name: 'R' }, status: { indicator: 'major' }, incidents: [] })
  expect(rootly.snapshot).toMatchObject({ format: 'rootly-v1', overall: 'major-outage' })
})
