import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type PageServer, startPageServer } from '../support/page-server.ts'

/** The file of the build that holds the wall, whatever its hash. */
const WALL_CODE = /\/assets\/wall-screen-[^/]*\.js/
const THROWING_WALL = 'export function WallScreen() { throw new Error("made to fail") }'

let browser: Browser
let server: PageServer
let context: BrowserContext
let page: Page
/** How often the page itself was asked for. */
let loads: number

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})
beforeEach(async () => {
  server = await startPageServer({ role: 'viewer' })
  context = await browser.newContext({ locale: 'en-GB' })
  page = await context.newPage()
  loads = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads += 1
  })
})
afterEach(async () => {
  await context.close()
  await server.close()
})

async function answerWallCode(answer: { status: number; body?: string }): Promise<void> {
  await page.route(WALL_CODE, (route) => route.fulfill({ contentType: 'text/javascript', ...answer }))
}

function showsCases(): Promise<void> {
  return page.getByRole('row').first().waitFor()
}

describe('a wall that nobody stands at', () => {
  test('reloads by itself when the hub no longer has the code the page asks for', async () => {
    await page.route(WALL_CODE, (route) => (loads === 1 ? route.fulfill({ status: 404 }) : route.continue()))
    await page.goto(`${server.url}/#/wall/inches=65`)
    await showsCases()
    expect(loads).toBe(2)
    expect(new URL(page.url()).hash).toBe('#/wall/inches=65')
  })

  test('does not reload in a circle: says that it failed, and tries again half a minute later', async () => {
    await page.clock.install()
    await answerWallCode({ status: 404 })
    await page.goto(`${server.url}/#/wall`)
    await page.getByText(/It reloads in (30|29) s by itself\./).waitFor()
    expect(loads).toBe(2)
    await page.unroute(WALL_CODE)
    await page.clock.fastForward(31_000)
    await showsCases()
    expect(loads).toBe(3)
  })

  test('comes back from a fault of the screen, and waits longer after each', async () => {
    await page.clock.install()
    await answerWallCode({ status: 200, body: THROWING_WALL })
    await page.goto(`${server.url}/#/wall`)
    await page.getByRole('alert').getByText('This wall met a fault and was stopped').waitFor()
    await page.getByText(/It reloads in (30|29) s by itself\./).waitFor()
    await page.clock.fastForward(31_000)
    await page.getByText(/It reloads in (60|59) s by itself\./).waitFor()
    expect(loads).toBe(2)
    await page.unroute(WALL_CODE)
    await page.clock.fastForward(61_000)
    await showsCases()
  })

  test('does not leave for an error page of the browser while the hub is away', async () => {
    await page.clock.install()
    await answerWallCode({ status: 200, body: THROWING_WALL })
    await page.goto(`${server.url}/#/wall`)
    await page.getByText(/It reloads in (30|29) s by itself\./).waitFor()
    await page.unroute(WALL_CODE)
    server.cut()
    await page.clock.fastForward(31_000)
    await page.getByText(/It reloads in \d s by itself\./).waitFor()
    expect(loads).toBe(1)
    server.restore()
    await page.clock.fastForward(11_000)
    await showsCases()
    expect(loads).toBe(2)
  })
})
