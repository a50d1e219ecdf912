import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type PageServer, startPageServer } from '../support/page-server.ts'

let browser: Browser
let server: PageServer
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})
beforeEach(async () => {
  server = await startPageServer()
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1366, height: 768 } })
})
afterEach(async () => {
  await page.context().close()
  await server.close()
})

describe('provider status', () => {
  test('worst first; a page we cannot reach is not shown as healthy', async () => {
    await page.goto(`${server.url}/#/status`)
    const list = page.getByRole('navigation', { name: 'Providers' })
    await list.getByRole('link').first().waitFor()
    const items = await list.getByRole('link').allInnerTexts()
    expect(items.map((item) => item.split('\n')[0])).toEqual([
      'Example Mobile',
      'Example Carrier notices',
      'Example Carrier',
    ])
    expect(items[0]).toContain('Major outage')
    expect(items[0]).toContain('Disconnected')
    expect(items[1]).toContain('Unknown')
    expect(items[2]).toContain('Operational')
  })

  test('shows two ages, incidents with their updates as text, components by group', async () => {
    await page.goto(`${server.url}/#/status/fake-mno-status`)
    const article = page.getByRole('article', { name: 'Example Mobile' })
    await article.getByText(/^Read /).waitFor()
    await article.getByText(/^Content changed /).waitFor()
    await article.getByRole('heading', { name: 'Attach failures in two countries' }).waitFor()
    expect(
      await article.getByText('The cause is known and a fix is being prepared.').count(),
    ).toBeGreaterThan(0)
    await article.getByRole('heading', { name: 'Planned maintenance 1' }).waitFor()
    await article.getByText(/^Starts in 1 d/).waitFor()
    await article.getByRole('heading', { name: 'Components 4' }).waitFor()
    const link = article.getByRole('link', { name: 'Open the provider’s page' })
    expect(await link.getAttribute('rel')).toContain('noopener')
  })

  test('is walked with j and k and filtered after /', async () => {
    await page.goto(`${server.url}/#/status`)
    await page.getByRole('article', { name: 'Example Mobile' }).waitFor()
    await page.keyboard.press('j')
    await page.getByRole('article', { name: 'Example Carrier notices' }).waitFor()
    await page.keyboard.press('k')
    await page.getByRole('article', { name: 'Example Mobile' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('porting')
    const list = page.getByRole('navigation', { name: 'Providers' })
    await expect.poll(() => list.getByRole('link').count()).toBe(1)
    await page.keyboard.type(' nowhere')
    await expect.poll(() => list.getByRole('link').count()).toBe(0)
  })

  test('stands as a strip over the board and leads to the page', async () => {
    await page.goto(`${server.url}/#/board`)
    const strip = page.getByRole('navigation', { name: 'Provider status, worst first' })
    const chip = strip.getByRole('link', {
      name: /^Example Mobile: Major outage\. Disconnected, read .*2 open incidents$/,
    })
    await chip.click()
    await page.getByRole('article', { name: 'Example Mobile' }).waitFor()
    expect(new URL(page.url()).hash).toBe('#/status/fake-mno-status')
  })
})
