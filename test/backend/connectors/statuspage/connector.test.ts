import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { statuspage } from '../../../../electron/backend/connectors/statuspage/connector.ts'
import {
  answering,
  answeringWithEtag,
  failing,
  huge,
  rateLimited,
  redirecting,
  startVendorServer,
  truncated,
  type VendorServer,
} from '../../../servers/vendor-server.ts'
import { createStatusContext } from '../status-source-context.ts'
import { fixtureText } from '../status-formats/fixture.ts'

const SUMMARY = '/api/v2/summary.json'
const INCIDENTS = '/api/v2/incidents.json'
const webPage = answering('<!DOCTYPE html><html><body>Status</body></html>', { type: 'text/html' })

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

const context = () => network.contextFor(vendor.address)
const asked = () => vendor.requests.map((request) => request.url)

function servePage(): void {
  vendor.on('/', webPage)
  vendor.on(SUMMARY, answering(fixtureText('statuspage-summary.json')))
  vendor.on(INCIDENTS, answering(fixtureText('statuspage-incidents.json')))
}

describe('finding the page', () => {
  test('its own address is enough; closed incidents come from the history', async () => {
    servePage()
    const reading = await statuspage.read(context(), null)
    if (reading.snapshot === 'unchanged') throw new Error('the first reading gave nothing')
    expect(reading.snapshot.pageName).toBe('Novatel Carrier Services')
    expect(reading.snapshot.incidents.map((incident) => incident.externalId)).toEqual([
      'inc-ghana',
      'mnt-core',
      'inc-voice',
    ])
    expect(reading.cursor).toMatchObject({
      endpoint: vendor.address + SUMMARY,
      format: 'statuspage-v2',
      pageId: 'pg-novatel',
    })
    expect(reading.refusals).toEqual([{ place: 'components[4]', reason: 'It has no name.' }])
  })

  test('the next reading asks the found place only', async () => {
    servePage()
    const first = await statuspage.read(context(), null)
    const before = vendor.requests.length
    await statuspage.read(context(), first.cursor)
    expect(asked().slice(before)).toEqual([SUMMARY])
  })

  test('a document at the address itself needs no search', async () => {
    vendor.on('/', answering(JSON.stringify({ page: { name: 'I', status: 'UP' } })))
    const reading = await statuspage.read(context(), null)
    expect(reading.snapshot).toMatchObject({ format: 'instatus', overall: 'operational' })
  })

  test('a page that switched its API off answers web pages with 200 everywhere: a fault, never health', async () => {
    for (const path of ['/', SUMMARY, '/summary.json', '/index.json']) vendor.on(path, webPage)
    await expect(statuspage.read(context(), null)).rejects.toMatchObject({ code: 'not-the-expected-source' })
  })

  test('a server in trouble is that, not a page of another kind', async () => {
    vendor.on('/', failing(503))
    await expect(statuspage.read(context(), null)).rejects.toMatchObject({ code: 'server-error' })
    expect(asked()).toEqual(['/'])
  })

  test('a page that moved within its host is followed', async () => {
    vendor.on('/', redirecting('/status'))
    vendor.on('/status', answering(fixtureText('statuspage-summary.json')))
    expect((await statuspage.read(context(), null)).snapshot).toMatchObject({
      pageName: 'Novatel Carrier Services',
    })
  })

  test('a feed at the address is named as one, and its preview shows what it says', async () => {
    vendor.on('/', answering(fixtureText('statuspage-history.atom'), { type: 'application/atom+xml' }))
    await expect(statuspage.read(context(), null)).rejects.toMatchObject({ code: 'not-the-expected-source' })
    const preview = await statuspage.preview(context())
    expect(preview.fault?.detail).toContain('add it as a feed')
    expect(preview.snapshot?.incidents).toHaveLength(2)
  })

  test('the preview of a page has no fault and lists what was not taken', async () => {
    servePage()
    const preview = await statuspage.preview(context())
    expect(preview.fault).toBeNull()
    expect(preview.snapshot?.components).toHaveLength(4)
    expect(preview.refusals).toMatchObject([{ place: 'components[4]' }])
  })
})

describe('reading again', () => {
  test('an ETag spares the page, and not modified is a success', async () => {
    servePage()
    vendor.on(
      SUMMARY,
      answeringWithEtag(fixtureText('statuspage-summary.json'), '"v1"', {
        headers: { 'cache-control': 'public, max-age=90' },
      }),
    )
    const first = await statuspage.read(context(), null)
    expect(first.pollAfterMs).toBe(90_000)
    const second = await statuspage.read(context(), first.cursor)
    expect(second).toMatchObject({ snapshot: 'unchanged', pollAfterMs: 90_000, refusals: [] })
    expect(second.cursor).toEqual(first.cursor)
    expect(vendor.requests.at(-1)?.headers['if-none-match']).toBe('"v1"')
  })

  test('without validators the same body is no news', async () => {
    servePage()
    const first = await statuspage.read(context(), null)
    const second = await statuspage.read(context(), first.cursor)
    expect(second.snapshot).toBe('unchanged')
  })

  test('another page at the same address is a fault, and goes on being one', async () => {
    servePage()
    const { cursor } = await statuspage.read(context(), null)
    const other = { page: { id: 'pg-parked', name: 'Parked' }, status: { indicator: 'none' }, components: [] }
    vendor.on(SUMMARY, answering(JSON.stringify(other)))
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await expect(statuspage.read(context(), cursor)).rejects.toMatchObject({
        code: 'not-the-expected-source',
        detail: 'the page is now "Parked"; it was "Novatel Carrier Services"',
      })
    }
  })

  test('a changed address starts anew', async () => {
    servePage()
    const { cursor } = await statuspage.read(context(), null)
    const moved = network.contextFor(`${vendor.address}/other`)
    vendor.on('/other', webPage)
    const reading = await statuspage.read(moved, cursor)
    expect(reading.snapshot).not.toBe('unchanged')
    expect(reading.cursor['address']).toBe(`${vendor.address}/other`)
  })

  test.each([
    ['a web page', webPage, 'wrong-type'],
    ['nothing', answering('', { type: 'application/json' }), 'wrong-type'],
    ['another shape', answering('{"ok":true}'), 'not-the-expected-source'],
    ['half an answer', truncated(fixtureText('statuspage-summary.json'), 100), 'truncated'],
    ['far too much', huge(100 * 1024 * 1024), 'too-large'],
    ['an error', failing(500), 'server-error'],
    ['a wish to be left alone', rateLimited('120'), 'rate-limited'],
    ['no such page', failing(404), 'not-found'],
  ])('%s instead of the page is a named fault', async (_name, behaviour, code) => {
    servePage()
    const { cursor } = await statuspage.read(context(), null)
    vendor.on(SUMMARY, behaviour)
    await expect(statuspage.read(context(), cursor)).rejects.toMatchObject({ code })
  })
})

describe('companion documents', () => {
  test('a missing history is told and costs nothing else', async () => {
    servePage()
    vendor.on(INCIDENTS, failing(404))
    const reading = await statuspage.read(context(), null)
    expect(reading.snapshot).toMatchObject({ pageName: 'Novatel Carrier Services' })
    expect(reading.refusals.at(-1)).toMatchObject({ place: INCIDENTS })
    expect((await statuspage.read(context(), reading.cursor)).snapshot).toBe('unchanged')
  })

  test('a history that only failed for now is asked for again', async () => {
    servePage()
    vendor.on(INCIDENTS, failing(502), answering(fixtureText('statuspage-incidents.json')))
    const first = await statuspage.read(context(), null)
    const second = await statuspage.read(context(), first.cursor)
    if (second.snapshot === 'unchanged') throw new Error('the history was not asked for again')
    expect(second.snapshot.incidents).toHaveLength(3)
    expect(second.refusals).toHaveLength(1)
  })

  test('Retry-After of a companion holds for the page', async () => {
    servePage()
    vendor.on(INCIDENTS, rateLimited('60'))
    await expect(statuspage.read(context(), null)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 60_000,
    })
  })

  test('states that change while the names stay are news', async () => {
    const names = {
      config: { slug: 's', title: 'S' },
      publicGroupList: [{ name: 'G', monitorList: [{ id: 1, name: 'Relay' }] }],
    }
    const beat = (status: number) => answering(JSON.stringify({ heartbeatList: { '1': [{ status }] } }))
    vendor.on('/status/s', webPage)
    vendor.on('/api/status-page/s', answeringWithEtag(JSON.stringify(names), '"same"'))
    vendor.on('/api/status-page/heartbeat/s', beat(1), beat(1), beat(0))
    const kuma = network.contextFor(`${vendor.address}/status/s`)
    const first = await statuspage.read(kuma, null)
    expect(first.snapshot).toMatchObject({ overall: 'operational', components: [{ name: 'Relay' }] })
    const second = await statuspage.read(kuma, first.cursor)
    expect(second.snapshot).toBe('unchanged')
    const third = await statuspage.read(kuma, second.cursor)
    expect(third.snapshot).toMatchObject({ overall: 'major-outage' })
  })
})

test('settings: a bare host means https; anything but a web address is refused at its field', () => {
  expect(statuspage.configSchema.parse({ address: ' status.example.com ' })).toEqual({
    address: 'https://status.example.com',
  })
  expect(statuspage.configSchema.parse({ address: 'status.example.com:8443/x' })).toEqual({
    address: 'https://status.example.com:8443/x',
  })
  for (const address of [
    '',
    'javascript:alert(1)',
    'file:///etc/hostname',
    'ftp://a.example',
    'not an address',
  ]) {
    const { error } = statuspage.configSchema.safeParse({ address })
    expect([address, error?.issues[0]?.path]).toEqual([address, ['address']])
  }
})
