import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { feed } from '../../../../electron/backend/connectors/feed/connector.ts'
import {
  answering,
  answeringWithEtag,
  failing,
  gzipBomb,
  gzipped,
  huge,
  startVendorServer,
  type Behaviour,
  type VendorServer,
} from '../../../servers/vendor-server.ts'
import { createStatusContext } from '../status-source-context.ts'
import { fixtureText } from '../status-formats/fixture.ts'

let vendor: VendorServer
let network: ReturnType<typeof createStatusContext>

beforeEach(async () => {
  vendor = await startVendorServer()
  network = createStatusContext()
})
afterEach(async () => {
  await network.close()
  await vendor.stop()
})

const context = () => network.contextFor(`${vendor.address}/feed`)
const xml = { type: 'application/rss+xml' }

function rss(title: string, site: string, items = ''): string {
  return `<rss version="2.0"><channel><title>${title}</title><link>${site}</link><ttl>7</ttl>${items}</channel></rss>`
}

describe('reading', () => {
  test('entries become notices; the ttl is obeyed', async () => {
    const item = '<item><guid>1</guid><title>Fault in Lima</title></item>'
    vendor.on('/feed', answering(rss('News', 'https://n.example/', item), xml))
    const reading = await feed.read(context(), null)
    expect(reading.pollAfterMs).toBe(420_000)
    expect(reading.snapshot).toMatchObject({
      format: 'rss',
      pageName: 'News',
      incidents: [{ kind: 'notice', open: null }],
    })
  })

  test('the longer of ttl and max-age counts', async () => {
    vendor.on(
      '/feed',
      answering(rss('News', 'https://n.example/'), { ...xml, headers: { 'cache-control': 'max-age=600' } }),
    )
    expect((await feed.read(context(), null)).pollAfterMs).toBe(600_000)
  })

  test('the charset of the header is believed', async () => {
    const bytes = Buffer.from(rss('Société', 'https://n.example/'), 'latin1')
    vendor.on('/feed', answering(bytes, { type: 'text/xml; charset=iso-8859-1' }))
    expect((await feed.read(context(), null)).snapshot).toMatchObject({ pageName: 'Société' })
  })

  test('packed feeds are unpacked', async () => {
    vendor.on('/feed', gzipped(rss('Packed', 'https://n.example/'), xml))
    expect((await feed.read(context(), null)).snapshot).toMatchObject({ pageName: 'Packed' })
  })
})

describe('reading again', () => {
  test('ETag and Last-Modified are sent back; not modified keeps the ttl', async () => {
    const headers = { 'last-modified': 'Mon, 02 Mar 2026 09:00:00 GMT' }
    vendor.on('/feed', answeringWithEtag(rss('News', 'https://n.example/'), '"v1"', { ...xml, headers }))
    const first = await feed.read(context(), null)
    const second = await feed.read(context(), first.cursor)
    expect(second).toMatchObject({ snapshot: 'unchanged', pollAfterMs: 420_000 })
    expect(second.cursor).toEqual(first.cursor)
    expect(vendor.requests[1]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Mon, 02 Mar 2026 09:00:00 GMT',
    })
  })

  test('the same body without validators is no news, a changed one is', async () => {
    const first = answering(rss('News', 'https://n.example/'), xml)
    vendor.on(
      '/feed',
      first,
      first,
      answering(rss('News', 'https://n.example/', '<item><guid>1</guid><title>New</title></item>'), xml),
    )
    const { cursor } = await feed.read(context(), null)
    expect((await feed.read(context(), cursor)).snapshot).toBe('unchanged')
    expect((await feed.read(context(), cursor)).snapshot).toMatchObject({ incidents: [{ externalId: '1' }] })
  })

  test('a new title alone or a new site alone is the same feed; both are another one', async () => {
    const served: [Behaviour, ...Behaviour[]] = [
      answering(rss('News', 'https://n.example/'), xml),
      answering(rss('News (2)', 'https://n.example/'), xml),
      answering(rss('News', 'https://moved.example/'), xml),
      answering(rss('Casino', 'https://c.example/'), xml),
    ]
    vendor.on('/feed', ...served)
    const { cursor } = await feed.read(context(), null)
    expect((await feed.read(context(), cursor)).snapshot).toMatchObject({ pageName: 'News (2)' })
    expect((await feed.read(context(), cursor)).snapshot).toMatchObject({ pageUrl: 'https://moved.example/' })
    await expect(feed.read(context(), cursor)).rejects.toMatchObject({
      code: 'not-the-expected-source',
      detail: 'the feed is now "Casino"; it was "News"',
    })
  })
})

describe('faults', () => {
  test.each([
    ['a web page', answering('<html><body>fine</body></html>', { type: 'text/html' }), 'wrong-type'],
    ['nothing', answering('', xml), 'wrong-type'],
    ['half a feed', answering('<rss version="2.0"><channel><item><title>', xml), 'unreadable'],
    ['100 MB', huge(100 * 1024 * 1024), 'too-large'],
    ['100 MB packed small', gzipBomb(100 * 1024 * 1024), 'too-large'],
    ['gone', failing(410), 'not-found'],
    ['locked', failing(403), 'forbidden'],
  ])('%s', async (_name, behaviour, code) => {
    vendor.on('/feed', behaviour)
    await expect(feed.read(context(), null)).rejects.toMatchObject({ code })
  })

  test('a status document is sent to where it belongs', async () => {
    vendor.on('/feed', answering(fixtureText('statuspage-summary.json')))
    await expect(feed.read(context(), null)).rejects.toMatchObject({
      code: 'not-the-expected-source',
      detail: expect.stringContaining('add it as a status page'),
    })
  })

  test('hostile feeds are read without their entities, in no time', async () => {
    vendor.on('/feed', answering(fixtureText('entity-bomb.xml'), xml))
    const started = performance.now()
    expect((await feed.read(context(), null)).snapshot).toMatchObject({ incidents: [{ externalId: 'one' }] })
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

test('the preview shows the feed', async () => {
  vendor.on('/feed', answering(fixtureText('statuspage-history.atom'), { type: 'application/atom+xml' }))
  const preview = await feed.preview(context())
  expect(preview).toMatchObject({ fault: null, snapshot: { format: 'statuspage-feed' } })
})
