import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Alert } from '../../shared/contract/alerts.ts'
import { launchBrowser } from '../support/browser.ts'
import { complaintsOf } from '../support/complaints.ts'
import { type PageServer, startPageServer } from '../support/page-server.ts'

/** Eleven in Madrid, whose desk has the watch until Bogotá opens at one; nobody has it from nine in the evening. */
const START = Date.parse('2026-11-25T10:00:00Z')

let browser: Browser
let server: PageServer
let context: BrowserContext
let page: Page
let complaints: string[]
/** Jumps of the made-up hub's time, in ms. */
let ahead: number

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})
afterEach(async () => {
  await context.close()
  await server.close()
})

async function open(role: 'admin' | 'viewer' = 'admin', path = ''): Promise<void> {
  const began = Date.now()
  ahead = 0
  server = await startPageServer({ role, now: () => START + Date.now() - began + ahead })
  context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    timezoneId: 'Europe/Madrid',
    locale: 'en-GB',
  })
  page = await newPage(path)
}

async function newPage(path = ''): Promise<Page> {
  const opened = await context.newPage()
  complaints = complaintsOf(opened)
  await opened.goto(`${server.url}/#${path}`)
  // The counts are here, so what stands now is known to the page.
  await opened.getByRole('button', { name: /^Alerts nobody has seen/ }).waitFor()
  await opened.waitForTimeout(300)
  return opened
}

function alert(number: number, fields: Partial<Alert> = {}): Alert {
  return {
    id: `fake-desk:${1000 + number}/new/${fields.kind ?? 'at-risk'}`,
    kind: 'at-risk',
    ticketId: `fake-desk:${1000 + number}`,
    caseNumber: String(1000 + number),
    subject: 'Tunnel to head office down',
    customer: 'Andes Freight',
    severity: 'P2',
    severityRank: 1,
    metric: 'first-response',
    dueAt: START + 600_000,
    raisedAt: START,
    acknowledged: null,
    ...fields,
  }
}

function critical(number: number): Alert {
  return alert(number, { kind: 'breached', severity: 'P1', severityRank: 0, dueAt: START })
}

function bell(of: Page = page) {
  return of.getByRole('button', { name: /^Alerts(:| nobody)/ })
}

function cards(of: Page = page) {
  return of.getByRole('region', { name: 'New alerts' }).getByRole('article')
}

async function settle(): Promise<void> {
  await page.waitForTimeout(4_000)
}

async function acknowledgedBy(id: string): Promise<string | undefined> {
  return server.hub.alerts.get(id)?.acknowledged?.by
}

describe('alerts', () => {
  test('a new critical alert is told once, acknowledged by keys alone, and gone everywhere', async () => {
    await open()
    const other = await newPage('/settings/about')
    const before = await bell().getAttribute('aria-label')
    await page.bringToFront()
    expect(await cards().count()).toBe(0)

    const fresh = critical(3)
    server.hub.alerts.set([fresh])
    await cards().waitFor({ timeout: 6_000 })
    expect(await cards().innerText()).toContain('1003')
    const said = page.locator('[aria-live="assertive"]', { hasText: '1 new alert' })
    expect(await said.innerText()).toBe('1 new alert. Breached: case 1003, First response, Andes Freight')
    await cards(other).waitFor({ timeout: 6_000 })
    await expect.poll(() => bell().getAttribute('aria-label')).not.toBe(before)

    await page.getByRole('grid').focus()
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Acknowledge')
    await page.keyboard.press('Enter')
    await expect.poll(() => cards().count()).toBe(0)
    await expect.poll(() => cards(other).count()).toBe(0)
    await expect.poll(() => acknowledgedBy(fresh.id)).toBe('fake')
    await expect.poll(() => bell().getAttribute('aria-label')).toBe(before)
    // The focus is back where the notice found it.
    await expect.poll(() => page.evaluate(() => document.activeElement?.role)).toBe('grid')
    expect(complaints).toEqual([])
  })

  test('several that come together are one notice, read out politely, that goes by itself', async () => {
    await open()
    server.hub.alerts.set([alert(1)])
    await page.waitForTimeout(700)
    server.hub.alerts.set([alert(2), alert(4), alert(5)])
    await page
      .getByRole('heading', { name: '4 new alerts: 0 breached, 4 at risk' })
      .waitFor({ timeout: 6_000 })
    expect(await cards().count()).toBe(1)
    await page.getByText('and 1 more').waitFor()
    expect(await page.locator('[aria-live="polite"]', { hasText: '4 new alerts' }).count()).toBe(1)
    // Pointed at it stays; left alone its 15 s begin.
    await cards().hover()
    await page.waitForTimeout(16_000)
    expect(await cards().count()).toBe(1)
    await page.mouse.move(300, 400)
    await expect.poll(() => cards().count(), { timeout: 20_000 }).toBe(0)
    expect(await acknowledgedBy(alert(1).id)).toBeUndefined()
    expect(complaints).toEqual([])
  })

  test('the list is worked by keys: move, acknowledge one, acknowledge all, open', async () => {
    await open()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Show the alerts').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('!')
    const list = page.getByRole('dialog', { name: 'Alerts' })
    await list.getByRole('rowheader', { name: /Breached/ }).waitFor()
    const marked = list.locator('tr[aria-selected="true"]')
    await page.keyboard.press('j')
    const text = await marked.innerText()
    await page.keyboard.press('a')
    await marked.getByText('fake').waitFor()
    expect(text).not.toContain('fake')

    const all = list.getByRole('button', { name: /^Acknowledge all \d+ shown/ })
    const count = Number(/\d+/.exec(await all.innerText())?.[0])
    const unseen = server.hub.alerts.snapshot().values.filter(({ acknowledged }) => acknowledged === null)
    expect(count).toBe(unseen.length)
    await all.click()
    await list.getByRole('button', { name: 'All acknowledged' }).waitFor()
    await expect
      .poll(() => server.hub.alerts.snapshot().values.every(({ acknowledged }) => acknowledged !== null))
      .toBe(true)
    await list.getByText('Hide acknowledged').click()
    await list.getByText(/^All \d+ alerts that stand are acknowledged/).waitFor()
    await list.getByText('Hide acknowledged').click()
    await list.getByRole('grid').focus()
    await page.keyboard.press('Home')
    const number = /\d{4}/.exec(await marked.innerText())?.[0] ?? ''
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: `Case ${number}` }).waitFor()
    expect(await list.count()).toBe(0)
    expect(await bell().getAttribute('aria-label')).toBe('Alerts: none that nobody has seen')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('alerts')
    await page.getByRole('menuitem', { name: /Show the alerts/ }).waitFor()
    await page.keyboard.press('Enter')
    await list.waitFor()
    expect(complaints).toEqual([])
  })

  test('a viewer sees everything and acknowledges nothing', async () => {
    await open('viewer')
    server.hub.alerts.set([critical(3)])
    await cards().waitFor({ timeout: 6_000 })
    expect(await cards().getByRole('button').allInnerTexts()).toEqual(['', 'Open'])
    await page.keyboard.press('!')
    const list = page.getByRole('dialog', { name: 'Alerts' })
    await list.getByText('Your role sees alerts but cannot acknowledge them.').waitFor()
    await page.keyboard.press('a')
    expect(await list.getByRole('button', { name: /Acknowledge/ }).count()).toBe(0)
    expect(await acknowledgedBy(critical(3).id)).toBeUndefined()
    expect(complaints).toEqual([])
  })

  test('what the hub does not take is said, and stands as before', async () => {
    await open()
    const label = await bell().getAttribute('aria-label')
    await page.keyboard.press('!')
    const list = page.getByRole('dialog', { name: 'Alerts' })
    await list.getByRole('grid').waitFor()
    server.cut()
    await page.keyboard.press('a')
    await list.getByText('The alert was not acknowledged and still stands.').waitFor({ timeout: 10_000 })
    await page.keyboard.press('Escape')
    expect(await bell().getAttribute('aria-label')).toBe(label)
    await page.getByText('The alert was not acknowledged and still stands.').waitFor()
    server.restore()
    await expect
      .poll(() => page.getByText('Connection to the backend lost.').count(), { timeout: 20_000 })
      .toBe(0)
    await page.getByRole('region', { name: 'New alerts' }).getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => bell().getAttribute('aria-label')).not.toBe(label)
  })
})

describe('attention', () => {
  test('a desk off duty is left in peace, and told in one notice when its watch begins', async () => {
    await open('admin', '/settings/attention')
    await page.getByRole('button', { name: /My desk/ }).click()
    await page.getByRole('option', { name: 'Bogotá' }).click()
    await page.getByText('Nothing pops up: Madrid has the watch.').waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.', { exact: true }).waitFor()

    server.hub.alerts.set([critical(3)])
    await page.waitForTimeout(3_000)
    server.hub.alerts.set([alert(4)])
    await settle()
    expect(await cards().count()).toBe(0)

    // Bogotá opens at one in the afternoon of Madrid; the page keeps the hub's time and asks it on every new link.
    ahead = 3 * 3_600_000
    server.cut()
    server.restore()
    await page
      .getByRole('heading', {
        name: '2 alerts came while you were not to be disturbed: 1 breached, 1 at risk',
      })
      .waitFor({ timeout: 30_000 })
    expect(await cards().count()).toBe(1)
  })

  test('quiet hours let only a critical breach through; what is saved holds after a reload', async () => {
    await open('admin', '/settings/attention')
    await page.getByText('Quiet hours').click()
    await page.getByLabel('From').fill('9 am')
    await page.getByText('Write a time as 22:00.').waitFor()
    const save = page.getByRole('button', { name: 'Save', exact: true })
    expect(await save.isDisabled()).toBe(true)
    await page.getByLabel('From').fill('09:00')
    await page.getByLabel('To', { exact: true }).fill('12:30')
    await page.getByText('Quiet until 12:30: only a breach of the most severe rank pops up.').waitFor()
    await save.click()
    await page.getByText('Saved.', { exact: true }).waitFor()
    server.hub.alerts.set([alert(4)])
    await settle()
    expect(await cards().count()).toBe(0)
    server.hub.alerts.set([critical(3)])
    await cards().waitFor({ timeout: 6_000 })
    expect(await cards().innerText()).toContain('1003')
    expect(await cards().innerText()).not.toContain('1004')
    await page.reload()
    await expect.poll(() => page.getByLabel('From').inputValue()).toBe('09:00')
    expect(complaints).toEqual([])
  })

  test('the tone sounds when tried and with a critical notice, once, and with no other', async () => {
    await open('admin', '/settings/attention')
    // Counts what the page would sound.
    await page.evaluate(() => {
      globalThis.OscillatorNode = class extends OscillatorNode {
        override start(when?: number): void {
          const { dataset } = document.documentElement
          dataset['tones'] = String(Number(dataset['tones'] ?? 0) + 1)
          super.start(when)
        }
      }
    })
    const tones = async () => Number(await page.locator('html').getAttribute('data-tones'))
    await page.getByRole('button', { name: 'Try it' }).click()
    await expect.poll(tones).toBe(2)
    await page.getByText(/^Sound/).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.', { exact: true }).waitFor()

    server.hub.alerts.set([alert(4)])
    await settle()
    expect(await tones()).toBe(2)
    server.hub.alerts.set([critical(3)])
    await expect.poll(tones, { timeout: 6_000 }).toBe(4)
    await page.waitForTimeout(3_000)
    expect(await tones()).toBe(4)
    expect(complaints).toEqual([])
  })
})

describe('the watches', () => {
  async function caseCount(): Promise<number> {
    return Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
  }

  test('stand in order over the board, and each narrows it to what breaches on it', async () => {
    await open()
    const strip = page.getByRole('toolbar', { name: 'Breaches in watch, next 24 h' })
    const chips = await strip.getByRole('button').allInnerTexts()
    expect(chips.map((text) => text.split('\n')[0])).toEqual([
      'Madrid',
      'Bogotá',
      'Bangalore',
      'Nobody on watch',
    ])
    expect(chips[0]).toContain('now')
    for (const [index, key] of ['6', '7', '8', '9'].entries()) {
      await page.keyboard.press(key)
      const chip = strip.getByRole('button').nth(index)
      await expect.poll(() => chip.getAttribute('aria-pressed')).toBe('true')
      const shown = await caseCount()
      const words = (await chip.getAttribute('aria-label')) ?? ''
      expect(Number(/: (\d+) case/.exec(words)?.[1])).toBe(shown)
      expect(shown).toBeGreaterThan(0)
      expect(shown).toBeLessThan(60)
    }
    await page.keyboard.press('Escape')
    await expect.poll(caseCount).toBe(60)
    expect(complaints).toEqual([])
  })

  test('are kept in a saved view', async () => {
    await open()
    await page.keyboard.press('7')
    await expect.poll(caseCount).toBeLessThan(60)
    const shown = await caseCount()
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Save this view…' }).click()
    await page.keyboard.type('Bogota tonight')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Whole board, by consequence' }).click()
    await expect.poll(caseCount).toBe(60)
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Bogota tonight', exact: true }).click()
    await expect.poll(caseCount).toBe(shown)
    expect(complaints).toEqual([])
  })

  test('a due time of the help desk that differs is marked and said, and an escalation stands out', async () => {
    await open()
    const row = page.locator('tbody tr', { hasText: '1012' })
    await row.getByRole('img', { name: 'The help desk’s own due time is 2 h 10 later' }).waitFor()
    const escalate = row
      .getByRole('gridcell', { name: 'Escalate' })
      .or(row.locator('td', { hasText: 'Escalate' }))
    expect(await escalate.first().getAttribute('title')).toContain('Escalate to Manager of technical support')
    expect(complaints).toEqual([])
  })

  test('speak Spanish', async () => {
    await open()
    await page.evaluate(() =>
      localStorage.setItem('meridian.preferences', JSON.stringify({ language: 'es' })),
    )
    await page.reload()
    await page.getByRole('button', { name: /Nadie de guardia/ }).waitFor()
    await page.waitForTimeout(500)
    server.hub.alerts.set([critical(3)])
    await page.getByRole('heading', { name: '1 alerta nueva' }).waitFor({ timeout: 6_000 })
    expect(complaints).toEqual([])
  })
})

test('a wall shows what is due on each watch, and tells nobody', async () => {
  const began = Date.now()
  server = await startPageServer({ role: 'viewer', now: () => START + Date.now() - began })
  context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'en-GB' })
  page = await context.newPage()
  await page.goto(`${server.url}/#/wall`)
  const duty = page.getByRole('region', { name: 'On duty' })
  await duty.getByText(/^\d+ due with nobody on watch$/).waitFor()
  expect(await duty.innerText()).toMatch(/Madrid\s+10 due/)
  server.hub.alerts.set([critical(3)])
  await settle()
  expect(await cards().count()).toBe(0)
})
