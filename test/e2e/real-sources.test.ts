import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layCable, type Cable } from '../servers/cable.ts'
import { startRequestTracker, type RequestTracker } from '../servers/request-tracker.ts'
import { answering, startVendorServer, type VendorServer } from '../servers/vendor-server.ts'
import { launchBrowser } from '../support/browser.ts'
import { startBuiltHub, type BuiltHub } from '../support/built-hub.ts'

// The product whole: built program, real browser, real Request Tracker, two status pages over HTTP. The tests of this
// file are one story and run in order; each says what a person would see.

const started = await startRequestTracker()
const rt: RequestTracker | null = 'missing' in started ? null : started
const why = 'missing' in started ? ` (skipped: ${started.missing})` : ''
/** Set to a folder to keep pictures of every screen, e.g. docs/screenshots. */
const pictures = process.env['MERIDIAN_SCREENSHOTS']

const PATIENCE = { timeout: 20_000 }

function summary(status: 'investigating' | 'resolved'): string {
  const isOpen = status !== 'resolved'
  return JSON.stringify({
    page: {
      id: 'carrier1',
      name: 'Carrier One',
      url: 'https://status.carrier.example',
      updated_at: '2026-06-01T10:00:00Z',
    },
    status: {
      indicator: isOpen ? 'major' : 'none',
      description: isOpen ? 'Partial System Outage' : 'All Systems Operational',
    },
    components: [{ id: 'c1', name: 'SMS', status: isOpen ? 'partial_outage' : 'operational', group: false }],
    incidents: isOpen
      ? [
          {
            id: 'i1',
            name: 'SMS delivery delayed, Exampleland',
            status,
            impact: 'major',
            created_at: '2026-06-01T09:00:00Z',
            started_at: '2026-06-01T09:00:00Z',
            updated_at: '2026-06-01T10:00:00Z',
            components: [{ id: 'c1', name: 'SMS' }],
            incident_updates: [
              { id: 'u1', status, body: 'We are looking into it.', created_at: '2026-06-01T10:00:00Z' },
            ],
          },
        ]
      : [],
    scheduled_maintenances: [],
  })
}

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Carrier Two notices</title>
<link>https://two.example/</link><description>x</description>
<item><title>Resolved: roaming data slow</title><guid>n1</guid><pubDate>Mon, 01 Jun 2026 08:00:00 GMT</pubDate>
<description>Back to normal.</description></item></channel></rss>`

describe.skipIf(rt === null)(`a real help desk and two status pages${why}`, () => {
  let browser: Browser
  let page: Page
  let hub: BuiltHub
  let desk: RequestTracker
  let cable: Cable
  let carrier: VendorServer
  let first: number
  const complaints: string[] = []

  async function picture(name: string): Promise<void> {
    if (pictures === undefined) return
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `${name}.png`) })
  }

  /** A case of one customer, raised by its help desk; as root, who may fill custom fields at once. */
  function raise(subject: string, priority: number, customer: string): Promise<number> {
    const fields = {
      Subject: subject,
      Content: 'See subject.',
      Priority: priority,
      Requestor: 'customer@desk.test',
    }
    return desk.createTicket({ ...fields, CustomFields: { Customer: customer } }, 'root')
  }

  function row(text: string | RegExp) {
    return page.getByRole('row').filter({ hasText: text })
  }

  beforeAll(async () => {
    if (rt === null) return
    desk = rt
    first = await raise('About 300 SIMs cannot attach', 70, 'Example Metering')
    await raise('Whole private APN unreachable', 100, 'Example Parking')
    await raise('One device without data', 40, 'Sample Fleet')
    await raise('Question on rate plan', 10, 'Sample Lifts')
    cable = await layCable(desk.address)
    carrier = await startVendorServer()
    carrier.on('/api/v2/summary.json', answering(summary('investigating'), { type: 'application/json' }))
    carrier.on(
      '/api/v2/incidents.json',
      answering('{"page":{"id":"carrier1","name":"Carrier One"},"incidents":[]}', {
        type: 'application/json',
      }),
    )
    carrier.on('/notices.rss', answering(FEED, { type: 'application/rss+xml' }))
    hub = await startBuiltHub()
    browser = await launchBrowser()
    page = await browser.newPage({
      locale: 'en-GB',
      timezoneId: 'Europe/Brussels',
      viewport: { width: 1366, height: 768 },
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text())
    })
  })

  afterAll(async () => {
    await browser?.close()
    await hub?.remove()
    await cable?.stop()
    await carrier?.stop()
    await rt?.stop()
  })

  test('a fresh start welcomes and leads to the first source, shown on three real tickets', async () => {
    await page.goto(hub.address)
    await page.getByRole('heading', { name: 'Welcome to Meridian' }).waitFor(PATIENCE)
    await picture('first-run')
    await page.getByRole('link', { name: 'Request Tracker' }).click()
    await page.getByLabel('Address').fill(cable.address)
    await page.getByLabel('User', { exact: true }).fill('console')
    await page.getByLabel('Password').fill('wrong')
    await page.getByRole('button', { name: 'Try it' }).click()
    await page
      .getByText(/log-in|signed|password/i)
      .first()
      .waitFor(PATIENCE)
    await page.getByLabel('Password').fill('console-password')
    await page.getByLabel('Read every (seconds)').fill('5')
    await page.getByRole('button', { name: /Contract for its tickets/ }).click()
    await page.getByRole('option', { name: /Wireless Logic/ }).click()
    await page.getByRole('button', { name: 'Try it' }).click()
    await expect.poll(() => page.getByRole('article', { name: /^Ticket / }).count(), PATIENCE).toBe(3)
    await picture('add-source')
    await page.getByRole('button', { name: 'Add source' }).click()
    await page.waitForURL(/#\/board/)
  })

  test('within seconds its tickets count down on the board', async () => {
    await row('About 300 SIMs cannot attach').waitFor(PATIENCE)
    // 2 h response of P2, created moments ago.
    await expect
      .poll(() => row('About 300 SIMs cannot attach').innerText(), PATIENCE)
      .toMatch(/1 h 5\d|1:59:/)
    await expect.poll(() => page.getByRole('row').count(), PATIENCE).toBeGreaterThanOrEqual(5)
    expect(await row('Whole private APN unreachable').innerText()).toMatch(/P1[\s\S]*Example Parking/)
  })

  test('two status pages join it', async () => {
    for (const [kind, name, address] of [
      ['Status page', 'Carrier One', carrier.address],
      ['RSS, Atom or JSON feed', 'Carrier Two', `${carrier.address}/notices.rss`],
    ] as const) {
      await page.goto(`${hub.address}#/sources/new`)
      await page.getByRole('link', { name: kind }).click()
      await page.getByLabel('Address').fill(address)
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByLabel('Read every (seconds)').fill('5')
      await page.getByRole('button', { name: 'Add source' }).click()
      await page.waitForURL(/#\/(sources|board)$/)
    }
    await page.goto(`${hub.address}#/status`)
    await page.getByText('SMS delivery delayed, Exampleland').first().waitFor(PATIENCE)
    await picture('status')
    await page.goto(`${hub.address}#/sources`)
    await expect.poll(() => page.getByText('Healthy').count(), PATIENCE).toBe(3)
    await picture('sources')
    await page.goto(`${hub.address}#/board`)
    await page.getByText('Carrier One').first().waitFor(PATIENCE)
    await picture('board')
  })

  test('a reply by staff meets the first response, and the next clock leads', async () => {
    await desk.reply(first, 'We are looking into it.')
    await expect.poll(() => row('About 300 SIMs cannot attach').innerText(), PATIENCE).toMatch(/Resolution/)
    await row('About 300 SIMs cannot attach').click()
    await page
      .getByRole('dialog')
      .or(page.getByRole('complementary'))
      .getByText('We are looking into it.')
      .waitFor(PATIENCE)
    await picture('ticket')
    await page
      .getByRole('link', { name: /Why/ })
      .or(page.getByRole('button', { name: /Why/ }))
      .first()
      .click()
    await page
      .getByText(/Counted/)
      .first()
      .waitFor(PATIENCE)
    await picture('ledger')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  test('a due time of the help desk that differs stands beside ours, with the rule that explains it', async () => {
    const third = first + 2
    const created = JSON.stringify(await desk.call('GET', `/ticket/${third}`)).match(
      /"Created":"([^"]+)"/,
    )?.[1]
    const goal = new Date(Date.parse(created ?? '') + 2 * 3_600_000)
    await desk.update(third, { Due: goal.toISOString().replace('T', ' ').slice(0, 19) })
    const mark = row('One device without data').getByRole('img', { name: /own due time is 2 h/ })
    await expect.poll(() => mark.count(), PATIENCE).toBe(1)
    await row('One device without data').click()
    const drawer = page.getByRole('complementary')
    await drawer.getByText(/Request Tracker 5 says due .*, we say .* \(2 h.* later\)/).waitFor(PATIENCE)
    await drawer.getByText('It takes the softer figure, the goal, for the limit.').waitFor(PATIENCE)
    await picture('divergence')
    await page.keyboard.press('Escape')
  })

  test('a new ticket, a change of priority and an owner show by themselves', async () => {
    const fresh = await raise('SMS delayed since noon', 10, 'Dummy Payments')
    await expect.poll(() => row('SMS delayed since noon').innerText(), PATIENCE).toMatch(/P4/)
    await desk.update(fresh, { Priority: 100, Owner: 'engineer' })
    await expect.poll(() => row('SMS delayed since noon').innerText(), PATIENCE).toMatch(/P1[\s\S]*engineer/)
  })

  test('script in a subject is text', async () => {
    await raise('<img src=x onerror="document.title=1"><b>bold</b>', 50, '<i>Specimen</i>')
    await row('<img src=x onerror="document.title=1"><b>bold</b>').waitFor(PATIENCE)
    expect(await page.title()).not.toBe('1')
  })

  test('a resolved ticket leaves the board', async () => {
    await desk.update(first, { Status: 'resolved' })
    await expect.poll(() => row('About 300 SIMs cannot attach').count(), PATIENCE).toBe(0)
  })

  test('the cable is pulled: the board says so, keeps the last truth, and catches up by itself', async () => {
    const before = await page.getByRole('row').count()
    cable.pull()
    await page
      .getByText(/Request Tracker 5 (could not be reached|refused the connection)/)
      .first()
      .waitFor({ timeout: 40_000 })
    expect(await page.getByRole('row').count()).toBe(before)
    await picture('disconnected')
    await raise('Raised while the cable was out', 50, 'Specimen Vending')
    cable.plugIn()
    await row('Raised while the cable was out').waitFor({ timeout: 60_000 })
  })

  test('the hub is killed: the page says so and comes back with everything', async () => {
    const before = await page.getByRole('row').count()
    await hub.end('SIGKILL')
    await page
      .getByText(/reconnect|connection/i)
      .first()
      .waitFor(PATIENCE)
    expect(await page.getByRole('row').count()).toBe(before)
    await hub.restart()
    await expect.poll(() => page.getByText(/^Live$/).count(), { timeout: 40_000 }).toBeGreaterThan(0)
    expect(await page.getByRole('row').count()).toBe(before)
  })

  test('settings name the contract that runs, the palette finds a case', async () => {
    await page.goto(`${hub.address}#/settings`)
    await expect
      .poll(() => page.getByText('Wireless Logic SIM Assist Enterprise').count(), PATIENCE)
      .toBeGreaterThan(0)
    await picture('settings')
    await page.goto(`${hub.address}#/board`)
    await row('Whole private APN unreachable').waitFor(PATIENCE)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Commands' }).waitFor()
    await page.keyboard.type('private')
    await expect
      .poll(() => page.getByRole('menuitem', { name: /Whole private APN/ }).count(), PATIENCE)
      .toBeGreaterThan(0)
    await picture('palette')
    await page.keyboard.press('Escape')
    await page.evaluate(() =>
      localStorage.setItem('meridian.preferences', JSON.stringify({ theme: 'light' })),
    )
    await page.reload()
    await row('Whole private APN unreachable').waitFor(PATIENCE)
    await picture('board-light')
    await page.evaluate(() => localStorage.removeItem('meridian.preferences'))
  })

  test('the wall shows the same truth', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.goto(`${hub.address}#/wall`)
    await expect.poll(() => page.getByText('Whole private APN unreachable').count(), PATIENCE).toBe(1)
    await picture('wall')
  })

  test('nothing was refused by the content policy, nothing threw', () => {
    expect(complaints).toEqual([])
  })
})
