import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type PageServer, startPageServer } from '../support/page-server.ts'
import { lowContrastTexts } from '../support/text-contrast.ts'

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
  server = await startPageServer({ role: 'viewer' })
  page = await browser.newPage({
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    viewport: { width: 1920, height: 1080 },
  })
})
afterEach(async () => {
  await page.context().close()
  await server.close()
})

describe('wall', () => {
  test('sets letters that are 20 minutes of arc high, nothing under 16', async () => {
    await page.goto(`${server.url}/#/wall/inches=55&metres=3`)
    await page.getByRole('row').first().waitFor()
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        )
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    )
    const pitchMm = (55 * 25.4) / Math.hypot(1920, 1080)
    const arcOf = (px: number) => (Math.atan((px * 0.727 * pitchMm) / 3_000) * 180 * 60) / Math.PI
    expect(arcOf(Math.min(...sizes))).toBeGreaterThanOrEqual(15.99)
    const row = await page
      .getByRole('row')
      .first()
      .evaluate((element) => getComputedStyle(element).fontSize)
    expect(arcOf(Number.parseFloat(row))).toBeCloseTo(20, 1)
  })

  test.each(['dark', 'light'])('all text of the %s look has a contrast of 7 to 1', async (theme) => {
    await page.goto(`${server.url}/#/wall/theme=${theme}`)
    await page.getByRole('row').first().waitFor()
    expect(await lowContrastTexts(page, 'main', 7)).toEqual([])
  })

  test('shows breached cases first and no scroll bar', async () => {
    await page.goto(`${server.url}/#/wall`)
    await page.getByRole('row').first().waitFor()
    await page.getByRole('row').first().getByRole('img', { name: 'breached' }).waitFor()
    const overflow = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
    expect(overflow).toBeLessThanOrEqual(0)
    await page.getByText('DEMO – made-up data').waitFor()
  })

  test('says since when it is stale after the cable is pulled, keeps the last truth and recovers by itself', async () => {
    await page.goto(`${server.url}/#/wall`)
    await page.getByRole('row').first().waitFor()
    server.cut()
    const notice = page.getByRole('alert')
    await notice.getByText(/STALE since \d\d:\d\d/).waitFor()
    expect(await page.getByRole('row').count()).toBeGreaterThan(3)
    server.restore()
    await notice.waitFor({ state: 'detached', timeout: 30_000 })
  })

  test('is set up from the keyboard, and the setup is its address', async () => {
    await page.goto(`${server.url}/#/wall`)
    await page.getByRole('row').first().waitFor()
    await page.keyboard.press('s')
    const metres = page.getByLabel('Greatest viewing distance (metres)')
    await metres.fill('4')
    await metres.press('Tab')
    await expect.poll(() => new URL(page.url()).hash).toBe('#/wall/metres=4')
    await page.getByText('Letters 23.3 mm high, set in 50 px.').waitFor()
    await page.keyboard.press('Escape')
    await page.reload()
    await page.getByRole('row').first().waitFor()
    const row = await page
      .getByRole('row')
      .first()
      .evaluate((element) => getComputedStyle(element).fontSize)
    expect(Number.parseFloat(row)).toBeCloseTo(50.5, 0)
  })

  test('the plain address /wall is the wall too', async () => {
    await page.goto(`${server.url}/wall?inches=65`)
    await page.getByRole('row').first().waitFor()
    expect(await page.getByRole('navigation', { name: 'Screens' }).count()).toBe(0)
  })
})
