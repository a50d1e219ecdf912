import { afterEach, beforeEach, expect, test } from 'vitest'
import { SourceFault } from '../../../../electron/backend/connectors/source-fault.ts'
import {
  answering,
  failing,
  rateLimited,
  redirecting,
  startVendorServer,
  truncated,
  type VendorServer,
} from '../../../servers/vendor-server.ts'
import { deskAt, emptyMemory, pullInto, type Desk } from './reading.ts'

// What the real server cannot be made to do: answers of a proxy, a wrong product, a broken line.

const QUEUES = '/rt/REST/2.0/queues/all'
const TICKETS = '/rt/REST/2.0/tickets'

let vendor: VendorServer
let desk: Desk
beforeEach(async () => {
  vendor = await startVendorServer()
  desk = deskAt(`${vendor.address}/rt/`)
  vendor.on(QUEUES, list([{ id: '1', Name: 'General' }]))
  vendor.on('/rt/REST/2.0/transactions', list([]))
})
afterEach(async () => {
  await desk.close()
  await vendor.stop()
})

function list(items: readonly unknown[]): ReturnType<typeof answering> {
  return answering(JSON.stringify({ items, total: items.length, page: 1, count: items.length }))
}

async function faultOfPull(): Promise<SourceFault> {
  const error = await pullInto(emptyMemory(), desk.context()).catch((reason: unknown) => reason)
  if (!(error instanceof SourceFault)) throw new Error(`no fault but ${String(error)}`)
  return error
}

test.each([
  ['a log-in page', answering('<html>Login</html>', { type: 'text/html' }), 'wrong-type'],
  ['no type at all', answering('{}', { type: '' }), 'wrong-type'],
  ['half a page', truncated('{"items": []}', 8), 'truncated'],
  ['half a page of a proxy that hides it', answering('{"items": [{"id"'), 'truncated'],
  ['broken JSON', answering('{"items": }'), 'unreadable'],
  ['JSON of something else', answering('{"issues": []}'), 'not-the-expected-source'],
  ['a list of something else', list([{ key: 'ABC-1' }]), 'not-the-expected-source'],
  ['no right', failing(403), 'forbidden'],
  ['nothing there', failing(404), 'not-found'],
  ['a failure', failing(502), 'server-error'],
])('names %s', async (_name, behaviour, code) => {
  vendor.on(TICKETS, behaviour)
  expect((await faultOfPull()).code).toBe(code)
})

test('hands on how long to wait', async () => {
  vendor.on(TICKETS, rateLimited('30'))
  expect(await faultOfPull()).toMatchObject({ code: 'rate-limited', retryAfterMs: 30_000 })
})

test('gives its password to nobody else', async () => {
  const elsewhere = await startVendorServer()
  vendor.on(QUEUES, redirecting(`${elsewhere.address}${QUEUES}`))
  elsewhere.on(QUEUES, list([]))
  expect((await faultOfPull()).code).toBe('redirected-away')
  expect(elsewhere.requests).toEqual([])
  await elsewhere.stop()
})

test('keeps the path under which RT stands, and no fault tells a secret', async () => {
  vendor.on(TICKETS, failing(500))
  const fault = await faultOfPull()
  expect(fault.detail).toBe('HTTP 500 from /rt/REST/2.0/tickets')
  expect(vendor.requests.every(({ url }) => url.startsWith('/rt/REST/2.0/'))).toBe(true)
  expect(JSON.stringify(fault)).not.toContain('console-password')
})

test.each([
  ['https://desk.test/rt/', 'https://desk.test/rt'],
  ['https://desk.test:8443/REST/2.0/', 'https://desk.test:8443'],
  ['https://desk.test/rt/Ticket/Display.html?id=3#x', 'https://desk.test/rt'],
  ['desk.test/rt', 'https://desk.test/rt'],
])('takes %s for %s', (address, base) => {
  expect(desk.context({ address }).config.address).toBe(base)
})

test.each(['', 'ftp://desk.test', 'https://user:secret@desk.test', 'javascript:alert(1)'])(
  'refuses the address %j with the field as place',
  (address) => {
    expect(() => desk.context({ address })).toThrow(/"address"/)
  },
)

test('one ticket that is none is refused; the others are read', async () => {
  const ticket = {
    id: '1',
    Subject: 'Sound',
    Status: 'new',
    Priority: '0',
    Queue: { id: '1', Name: 'General' },
    Owner: { id: 'Nobody' },
    Requestor: '',
    CustomFields: '',
    Created: '2026-11-22T18:23:28Z',
    LastUpdated: '2026-11-22T18:23:28Z',
    Due: '1970-01-01T00:00:00Z',
  }
  const broken = { ...ticket, id: '2', Status: null }
  const timeless = { ...ticket, id: '3', Created: 'yesterday' }
  vendor.on(
    TICKETS,
    list([ticket, broken, timeless]),
    list([ticket, broken, timeless]),
    list([ticket, broken, timeless]),
    list([]),
  )
  const memory = emptyMemory()
  await pullInto(memory, desk.context())
  expect([...memory.tickets.keys()]).toEqual(['1'])
  expect(memory.refusals).toHaveLength(2)
  expect(memory.refusals[0]).toMatch(/^ticket 2: Status: /)
  expect(memory.refusals[1]).toBe('ticket 3: has no time of creation or change')
})
