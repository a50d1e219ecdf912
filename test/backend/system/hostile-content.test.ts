import { expect, onTestFinished, test } from 'vitest'
import { answering, huge, startVendorServer, type Behaviour } from '../../servers/vendor-server.ts'
import { addHealthyPage } from './healthy-page.ts'
import { startStandInDesk, type DeskTicket } from './stand-in-desk.ts'
import { openSystemHub, type SystemHub } from './system-hub.ts'

const MINUTE = 60_000
const MEGABYTE = 1_000_000
const createdAt = Date.UTC(2026, 10, 22, 8)
const SCRIPT = '<script>fetch("https://evil.example")</script><img src=x onerror=alert(1)>'

function ticket(id: number, change: Partial<DeskTicket> = {}): DeskTicket {
  return { id, subject: `Case ${id}`, body: `Text ${id}`, createdAt, ...change }
}

async function textOf({ api }: SystemHub, ticketId: string): Promise<string> {
  const { events } = await api.tickets.get({ ticketId })
  const [first] = events
  return first?.event.kind === 'created' ? first.event.text : 'no first event'
}

test('a subject and a text of 10 MB are cut and listed; nobody else waits for them', async () => {
  const hub = await openSystemHub()
  const page = await addHealthyPage(hub)
  const desk = await startStandInDesk([
    ticket(1),
    ticket(2, { subject: 'S'.repeat(10 * MEGABYTE) }),
    ticket(3, { body: 'B'.repeat(10 * MEGABYTE) }),
    ticket(4),
  ])
  const { id, health } = await hub.add(desk.draft)
  expect(health).toMatchObject({ state: 'healthy', records: 4, refusals: 2 })

  const { rows } = await hub.api.board.rows()
  expect(await hub.cases()).toEqual(['1', '2', '3', '4'])
  expect(Math.max(...rows.map(({ subject }) => subject.length))).toBe(1_000)
  expect(await textOf(hub, `${id}:3`)).toBe('')
  expect(await textOf(hub, `${id}:4`)).toBe('Text 4')
  const { refusals } = await hub.api.sources.refusals({ sourceId: id })
  expect(refusals.map(({ place, reason }) => `${place}: ${reason}`).sort()).toEqual([
    'ticket 2: subject of 10000000 characters shortened to 1000',
    'ticket 3, transaction 3: text of 9766 kB is too long and was left out',
  ])
  await hub.pass(MINUTE)
  await page.expectReadWithin(0)
})

test('tickets too large to be read together are read apart, and one too large by itself is listed', async () => {
  const hub = await openSystemHub()
  const heavy = [1, 2, 3, 4, 5].map((id) => ticket(id, { subject: 'S'.repeat(9 * MEGABYTE) }))
  const desk = await startStandInDesk([
    ...heavy,
    ticket(6, { subject: 'S'.repeat(40 * MEGABYTE) }),
    ticket(7),
  ])
  const { id, health } = await hub.add(desk.draft)
  expect(health).toMatchObject({ state: 'healthy', records: 6 })
  expect(await hub.cases()).toEqual(['1', '2', '3', '4', '5', '7'])
  const { refusals } = await hub.api.sources.refusals({ sourceId: id })
  expect(refusals.filter(({ place }) => place === 'ticket 6')).toMatchObject([
    { reason: expect.stringContaining('too large') },
  ])
})

test('HTML and script in a ticket come out as the text they are, or as what a reader would see of them', async () => {
  const hub = await openSystemHub()
  const desk = await startStandInDesk([
    ticket(1, { subject: SCRIPT, body: SCRIPT }),
    ticket(2, { body: `<p>Down &amp; out</p>${SCRIPT}<b>since 8</b>`, bodyType: 'text/html' }),
  ])
  const { id } = await hub.add(desk.draft)
  const { rows } = await hub.api.board.rows()
  // Plain text holding mark-up stays letter for letter: it is never handed to anything that reads mark-up.
  expect(rows.find(({ caseNumber }) => caseNumber === '1')?.subject).toBe(SCRIPT)
  expect(await textOf(hub, `${id}:1`)).toBe(SCRIPT)
  expect(await textOf(hub, `${id}:2`)).toBe('Down & out\nsince 8')
  const [hit] = await hub.api.tickets.search({ words: 'evil', limit: 5 })
  expect(hit).toMatchObject({ caseNumber: '1', excerpt: expect.stringContaining('script') })
})

const BOMB = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 10 },
  (_, level) => `<!ENTITY ${'abcdefghijk'[level + 1]} "${`&${'abcdefghijk'[level]};`.repeat(10)}">`,
).join('')}]>`
const FILE_READER = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>'

function feedWith(title: string): string {
  return `<rss version="2.0"><channel><title>Notices</title><link>https://n.example/</link><item><guid>1</guid><title>${title}</title></item></channel></rss>`
}

test.each([
  ['an entity bomb', `${BOMB}${feedWith('Fault &k;')}`],
  ['an entity that names a file', `${FILE_READER}${feedWith('Fault &a;')}`],
])('%s in a feed is never unpacked: the entry is taken with the entity as text', async (_name, text) => {
  const hub = await openSystemHub()
  const page = await addHealthyPage(hub)
  const started = performance.now()
  const health = await addFeed(hub, answering(text, { type: 'application/rss+xml' }))
  expect(performance.now() - started).toBeLessThan(5_000)
  expect(health).toMatchObject({ state: 'healthy', fault: null })
  const feed = (await hub.api.status.pages()).find(({ name }) => name === 'Feed')
  expect(feed?.snapshot.incidents.map(({ title }) => title)).toEqual([expect.stringMatching(/^Fault &\w;$/)])
  await hub.pass(MINUTE)
  await page.expectReadWithin(0)
})

test.each([
  ['100 MB of feed', huge(100 * MEGABYTE), 'too-large'],
  ['a feed that breaks off', answering('<rss version="2.0"><channel><title>Not'), 'unreadable'],
  ['a web page', answering('<!DOCTYPE html><html></html>', { type: 'text/html' }), 'wrong-type'],
])('%s is a named fault of its source only', async (_name, behaviour, code) => {
  const hub = await openSystemHub()
  const page = await addHealthyPage(hub)
  expect(await addFeed(hub, behaviour)).toMatchObject({ state: 'failing', fault: { code } })
  await hub.pass(MINUTE)
  await page.expectReadWithin(0)
})

async function addFeed(hub: SystemHub, behaviour: Behaviour) {
  const vendor = await startVendorServer()
  onTestFinished(() => vendor.stop())
  vendor.on('/feed', behaviour)
  const { health } = await hub.add({
    kind: 'feed',
    name: 'Feed',
    config: { address: `${vendor.address}/feed` },
  })
  return health
}
