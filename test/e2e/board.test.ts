import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fakeRow } from '../fakes/fake-board.ts'
import { launchBrowser } from '../support/browser.ts'
import { complaintsOf } from '../support/complaints.ts'
import { type PageServer, startPageServer } from '../support/page-server.ts'

let browser: Browser
let server: PageServer
let context: BrowserContext
let page: Page
/** Everything the browser complained about, broken content policy included; no test may leave any. */
let complaints: string[]

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})

beforeEach(async () => {
  server = await startPageServer()
  context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    timezoneId: 'Europe/Madrid',
    locale: 'en-GB',
  })
  page = await context.newPage()
  complaints = complaintsOf(page)
  await page.goto(server.url)
  await page.getByRole('grid').waitFor()
})
afterEach(async () => {
  await context.close()
  await server.close()
})

/** Case numbers of the rows in sight, in their order. */
async function cases(): Promise<string[]> {
  return page.locator('tbody tr td:nth-child(2)').allInnerTexts()
}

async function caseCount(): Promise<number> {
  return Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
}

function activeRow() {
  return page.locator('tr[aria-selected="true"]')
}

describe('the board', () => {
  test('shows every open case, breached first, with countdowns that count', async () => {
    expect(await caseCount()).toBe(60)
    const first = page.locator('tbody tr').first()
    expect(await first.getByRole('img', { name: 'breached' }).count()).toBe(1)
    const soonest = page.locator('tbody tr', { hasText: '1001' }).locator('td').nth(3)
    const before = await soonest.innerText()
    await expect.poll(() => soonest.innerText(), { timeout: 4_000 }).not.toBe(before)
    expect(await page.getByText('Times in Europe/Madrid (CET)').count()).toBe(1)
    expect(await page.getByText('Demo', { exact: true }).count()).toBe(1)
    expect(complaints).toEqual([])
  })

  test('markup in a subject is shown as the characters it is made of', async () => {
    const text = '<b>Subject with markup</b> & quotes "shown as text"'
    await page.keyboard.press('/')
    await page.keyboard.type('markup')
    await page.getByText(text).first().waitFor()
    expect(await page.locator('tbody b').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('is worked by the keyboard alone: move, open, why, on to the next, out', async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await activeRow().locator('td').nth(1).innerText()).toBe((await cases())[1])
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    const first = (await cases())[0] ?? ''
    const drawer = page.getByRole('complementary', { name: `Case ${first}` })
    await drawer.getByText('Timeline, newest first').waitFor()
    expect(page.url()).toContain(`#/board/ticket/fake-desk%3A${first}`)

    await page.keyboard.press('w')
    const ledger = drawer.getByRole('table', { name: 'Every second of this clock' })
    await ledger.getByText('Overdue').waitFor()
    expect(await ledger.getByRole('row').count()).toBeGreaterThan(2)

    await page.keyboard.press('j')
    await page.getByRole('complementary', { name: `Case ${(await cases())[1]}` }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('complementary').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('board-grid')
    expect(await activeRow().locator('td').nth(1).innerText()).toBe((await cases())[1])
    expect(complaints).toEqual([])
  })

  test('the ticket’s own text never becomes markup, and its link leaves safely', async () => {
    await page.goto(`${server.url}/#/board/ticket/fake-desk%3A1003`)
    const drawer = page.getByRole('complementary', { name: 'Case 1003' })
    await drawer.getByText('<script>alert(1)</script>').waitFor()
    const link = drawer.getByRole('link', { name: /^Open in / })
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(await link.getAttribute('href')).toMatch(/^https:/)
    expect(complaints).toEqual([])
  })

  test('filters by words and by tile, says how many of how many, and clears by Escape', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('freight')
    await expect.poll(caseCount).toBeLessThan(60)
    const freight = await caseCount()
    await page.getByText(`${freight} of 60 cases`).waitFor()
    // Out of the field with the words kept: one filters to go on working.
    await page.keyboard.press('Escape')
    expect(await caseCount()).toBe(freight)
    await page.keyboard.press('1')
    await expect.poll(caseCount).toBeLessThan(freight)
    expect(await page.getByRole('button', { name: /^Breached/ }).getAttribute('aria-pressed')).toBe('true')
    await page.keyboard.press('Escape')
    await expect.poll(caseCount).toBe(60)

    await page.keyboard.press('/')
    await page.keyboard.type('no such words')
    await page.getByText('No case fits these filters').waitFor()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect.poll(caseCount).toBe(60)
    expect(complaints).toEqual([])
  })

  test('groups, sorts and keeps a view for everybody', async () => {
    await page.getByRole('button', { name: /Group by/ }).click()
    await page.getByRole('option', { name: 'By customer' }).click()
    await page.getByRole('rowheader', { name: 'Andes Freight' }).waitFor()
    await page.getByRole('columnheader', { name: 'Owner' }).getByRole('button').click()
    expect(await page.getByRole('columnheader', { name: 'Owner' }).getAttribute('aria-sort')).toBe(
      'ascending',
    )

    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Save this view…' }).click()
    await page.keyboard.type('Por cliente')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)

    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Whole board, by consequence' }).click()
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(0)
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Por cliente', exact: true }).click()
    await page.getByRole('rowheader', { name: 'Andes Freight' }).waitFor()
    expect(complaints).toEqual([])
  })

  test('a change at the hub is on the board by itself', async () => {
    const row = fakeRow(0, Date.now())
    server.hub.board.set([{ ...row, subject: 'Everything is down', owner: 'dana' }])
    await page.getByText('Everything is down').waitFor({ timeout: 3_000 })
    server.hub.board.delete([row.ticketId])
    await expect.poll(caseCount).toBe(59)
    expect(complaints).toEqual([])
  })

  test('a cut connection is said, the last truth stays, and it catches up by itself', async () => {
    const row = fakeRow(0, Date.now())
    server.cut()
    await page.getByText('Connection to the backend lost.').waitFor({ timeout: 10_000 })
    expect(await caseCount()).toBe(60)
    await expect
      .poll(() =>
        page
          .locator('tbody tr')
          .first()
          .evaluate((element) => getComputedStyle(element).backgroundImage),
      )
      .toContain('repeating-linear-gradient')

    server.hub.board.set([{ ...row, subject: 'Changed while nobody could say so' }])
    server.hub.board.delete([fakeRow(1, 0).ticketId])
    server.restore()
    await page.getByText('Changed while nobody could say so').waitFor({ timeout: 20_000 })
    await expect.poll(caseCount).toBe(59)
    expect(await page.getByText('Connection to the backend lost.').count()).toBe(0)
    const unexpected = complaints.filter(
      (text) => !/WebSocket connection|Failed to load resource|ERR_/.test(text),
    )
    expect(unexpected).toEqual([])
  })

  test('the palette finds screens and tickets, the help lists every key', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Commands' }).waitFor()
    await page.keyboard.type('1007')
    await page.getByRole('menuitem', { name: /1007/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: 'Case 1007' }).waitFor()

    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keys' })
    await help.getByText('Why: every second of its clock').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await expect.poll(() => page.url()).toContain('#/status')
    expect(complaints).toEqual([])
  })

  test('theme, density and language hold after a reload', async () => {
    await page.getByRole('button', { name: 'Appearance' }).click()
    await page.getByRole('menuitemradio', { name: 'Theme: light' }).click()
    await page.getByRole('button', { name: 'Appearance' }).click()
    await page.getByRole('menuitemradio', { name: 'Language: Español' }).click()
    await page.getByRole('heading', { name: 'Panel de SLA' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Panel de SLA' }).waitFor()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es')
    expect(complaints).toEqual([])
  })
})
