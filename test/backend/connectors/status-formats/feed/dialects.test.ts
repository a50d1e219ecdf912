import { expect, test } from 'vitest'
import { readAnswer, readFixture } from '../fixture.ts'

function rss(title: string, link: string, items: readonly string[]): string {
  return `<rss version="2.0"><channel><title>${title}</title><link>${link}</link>${items.join('')}</channel></rss>`
}

function item(parts: Readonly<Record<string, string>>): string {
  return `<item>${Object.entries(parts)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</item>`
}

test('a plain feed gives notices, closed only where the words say so, and proves nothing of the page', () => {
  const { snapshot } = readAnswer(
    rss('News', 'https://n.example/', [
      item({ guid: '1', title: 'Fault in Lima', description: 'We are looking.' }),
      item({ guid: '2', title: 'Fault in Quito', description: 'It has been resolved.' }),
    ]),
  )
  expect(snapshot.format).toBe('rss')
  expect(snapshot.overall).toBe('unknown')
  expect(snapshot.incidents.map(({ kind, open }) => [kind, open])).toEqual([
    ['notice', null],
    ['notice', false],
  ])
})

test('entries that share one guid stay apart; a true repeat is one incident', () => {
  const { feed, snapshot } = readAnswer(
    rss('News', 'https://n.example/', [
      item({ guid: 'news', title: 'Fault in Lima' }),
      item({ guid: 'news', title: 'Fault in Quito' }),
      item({ guid: 'news', title: 'Fault in Quito' }),
    ]),
  )
  expect(feed?.items).toHaveLength(3)
  expect(snapshot.incidents.map((incident) => incident.title)).toEqual(['Fault in Lima', 'Fault in Quito'])
  expect(new Set(snapshot.incidents.map((incident) => incident.externalId)).size).toBe(2)
})

test('Statuspage history tells the stage of each incident in its mark-up', () => {
  const { snapshot } = readFixture('statuspage-history.atom')
  expect(snapshot.format).toBe('statuspage-feed')
  expect(snapshot.incidents).toMatchObject([
    { kind: 'incident', rawStatus: 'Monitoring', open: true, endedAt: null },
    { kind: 'incident', rawStatus: 'Resolved', open: false, endedAt: Date.UTC(2026, 1, 27, 9, 30) },
  ])
  expect(snapshot.incidents[0]?.updates.map((update) => update.text)).toEqual([
    'A fix is in.',
    'Until resolved we retry.',
  ])
  expect(snapshot.overall).toBe('degraded')
})

test('Better Stack: the updates of one incident are one incident, its id in link or fragment', () => {
  const page = 'https://status.b.example/'
  const update = (guid: string, title: string, at: string, link = page) =>
    item({ guid, title, link, pubDate: at })
  const { snapshot } = readAnswer(
    rss('Incidents | B', page, [
      update(`${page}#aaa`, 'Relay recovered', 'Mon, 02 Mar 2026 10:00:00 +0000'),
      update(`${page}#aaa`, 'Relay went down', 'Mon, 02 Mar 2026 09:00:00 +0000'),
      update(`${page}incident/7#u1`, 'API errors', 'Mon, 02 Mar 2026 08:00:00 +0000', `${page}incident/7`),
    ]),
  )
  expect(snapshot.incidents).toMatchObject([
    {
      externalId: 'aaa',
      title: 'Relay recovered',
      open: false,
      startedAt: Date.UTC(2026, 2, 2, 9),
      endedAt: Date.UTC(2026, 2, 2, 10),
    },
    { externalId: '7', title: 'API errors', open: true, endedAt: null },
  ])
  expect(snapshot.incidents[0]?.updates).toHaveLength(2)
})

test('Azure: empty is healthy, an entry is an open incident known by its tracking id', () => {
  const page = 'https://azure.status.microsoft/en-us/status/'
  expect(readAnswer(rss('Azure Status', page, [])).snapshot).toMatchObject({
    overall: 'operational',
    incidents: [],
  })
  const link = `${page}history/?trackingId=ABC1-234`
  const { snapshot } = readAnswer(
    rss('Azure Status', page, [
      item({ title: 'Storage - West Europe', link, pubDate: 'Fri, 07 Aug 2026 03:10:00 Z' }),
    ]),
  )
  expect(snapshot).toMatchObject({
    overall: 'degraded',
    incidents: [{ externalId: 'ABC1-234', kind: 'incident', open: true }],
  })
  expect(snapshot.incidents[0]?.startedAt).toBe(Date.UTC(2026, 7, 7, 3, 10))
})

test('AWS: service and moment come out of the guid; only a posted resolution closes', () => {
  const page = 'https://status.aws.amazon.com/'
  const report = readAnswer(
    rss('Amazon Web Services Service Status', page, [
      item({
        guid: `${page}#sms-eu-west-1_1772442000`,
        title: 'Service disruption: Errors',
        pubDate: 'Mon, 02 Mar 2026 01:00:00 PST',
      }),
      item({ guid: `${page}#sns_1772438400`, title: 'Service is operating normally: [RESOLVED] Delays' }),
    ]),
  )
  expect(report.snapshot.incidents).toMatchObject([
    { impact: 'major-outage', open: null, components: ['sms-eu-west-1'], startedAt: 1_772_442_000_000 },
    { impact: 'operational', open: false, components: ['sns'] },
  ])
  const [first] = report.snapshot.incidents
  expect(report.incidentFacts[first?.externalId ?? '']).toEqual({
    service: 'sms-eu-west-1',
    guidAt: '2026-03-02T09:00:00.000Z',
  })
})

test('Hund: the bracketed word is the state in the language of the page', () => {
  const entry = (id: string, title: string) =>
    `<entry><id>tag:h.example,2005:State::FeedNotifier::Entry/${id}</id><title>${title}</title><updated>2026-03-02T09:00:00Z</updated></entry>`
  const { snapshot } = readAnswer(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>H</title>${entry('a', '[Gelöst] Störung')}${entry('b', '[Investigating] Login')}${entry('c', '[Information] Neu')}</feed>`,
  )
  expect(snapshot.incidents.map(({ kind, open, rawStatus }) => [kind, open, rawStatus])).toEqual([
    ['incident', false, 'Gelöst'],
    ['incident', true, 'Investigating'],
    ['notice', null, 'Information'],
  ])
})

test('feeds that state "Status: …" are taken at their word', () => {
  const { snapshot } = readAnswer(
    rss('S', 'https://s.example/', [
      item({
        guid: '1',
        title: '[API] Slow',
        description: '&lt;h3&gt;Status: MONITORING&lt;/h3&gt;&lt;p&gt;Severity: major&lt;/p&gt;',
      }),
      item({ guid: '2', title: '[API] Down', category: 'resolved' }),
    ]),
  )
  expect(snapshot.incidents).toMatchObject([
    { rawStatus: 'MONITORING', open: true, rawImpact: 'major', impact: 'partial-outage' },
    { rawStatus: 'resolved', open: false },
  ])
})
