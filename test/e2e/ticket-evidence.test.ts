import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createImplementation, type MeridianRouter } from '../../electron/backend/api/implementation.ts'
import { launchBrowser } from '../support/browser.ts'
import { complaintsOf } from '../support/complaints.ts'
import { type PageServer, type PageServerOptions, startPageServer } from '../support/page-server.ts'
import { lowContrastTexts } from '../support/text-contrast.ts'

/** A breached case with a step of its ladder due, and one whose clock opened and closed for most of a year. */
const BREACHED = '1012'
const LONG = '1005'

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
beforeEach(() => {
  complaints = []
})
afterEach(async () => {
  await context.close()
  await server.close()
  if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join('\n')}`)
})

interface Viewer extends PageServerOptions {
  language?: 'en' | 'es'
  theme?: 'dark' | 'light' | 'contrast'
}

/** A hub and a page that is not yet at it: what a test changes of the hub must be there before. */
async function start({ language = 'en', theme = 'dark', ...options }: Viewer = {}): Promise<void> {
  server = await startPageServer(options)
  context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    timezoneId: 'Europe/Madrid',
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await context.addInitScript(
    (preferences) => localStorage.setItem('meridian.preferences', JSON.stringify(preferences)),
    { language, theme },
  )
  page = await context.newPage()
  complaints = complaintsOf(page)
}

async function open(caseNumber: string, clockId?: string): Promise<Locator> {
  const clock = clockId === undefined ? '' : `/${clockId}`
  await page.goto(`${server.url}/#/board/ticket/fake-desk%3A${caseNumber}${clock}`)
  const drawer = page.getByRole('complementary', { name: caseNumber })
  await drawer.getByText('SIM Assist Enterprise', { exact: true }).waitFor()
  return drawer
}

const implementation = createImplementation(() => {})

/** Puts other handlers in place of the made-up hub's. Call before the page connects. */
function change(
  make: (router: MeridianRouter) => Partial<Pick<MeridianRouter, 'tickets' | 'escalations'>>,
): void {
  const router: Pick<MeridianRouter, 'tickets' | 'escalations'> = server.hub.router
  Object.assign(router, make(server.hub.router))
}

/** Presses Tab until the element has the focus; fails where the keyboard does not get there. */
async function tabTo(target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The element is not reached by Tab.')
}

function secondsOf(text: string): number {
  return text.split(':').reduce((total, part) => total * 60 + Number(part), 0)
}

describe('why a clock stands where it stands', () => {
  test('sentences in the viewer’s zone and the calendar’s, then the bar in words, then every stretch', async () => {
    await start()
    const drawer = await open(BREACHED, 'first-response')
    const sentences = drawer.getByRole('list', { name: 'Why this clock stands where it stands' })
    await sentences.waitFor()
    const texts = await sentences.getByRole('listitem').allInnerTexts()
    expect(texts.slice(0, 2)).toEqual([
      'The contract is SIM Assist Enterprise, version 3.',
      'It promises: four hours for P2.',
    ])
    expect(texts[2]).toMatch(
      /^This holds because (\w{3} )?\d\d:\d\d \((\w{3} )?\d\d:\d\d GMT\+5:30\) lies in the hours of "office"/,
    )
    expect(texts[3]).toMatch(/^The clock started .*, when the ticket was created\.$/)

    const legend = drawer.getByRole('list', { name: 'What the bar shows' })
    const words = await legend.getByRole('listitem').allInnerTexts()
    expect(words.map((text) => text.replace(/[\d:\s]+$|\s(\w{3}\s)?\d\d:\d\d$/, ''))).toEqual([
      'Counted',
      'Paused',
      'Overdue',
      'due and breached',
      'now',
    ])

    const rows = await drawer
      .getByRole('table', { name: 'Every second of this clock' })
      .locator('tbody tr:has(td)')
      .evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent ?? '')))
    expect(rows.map(([, what]) => what)).toEqual([
      expect.stringContaining('Created by e-mail'),
      expect.stringContaining('Paused: the customer owes an answer.'),
      expect.stringContaining('Counted after the promise was broken'),
    ])
    const running = [rows[0], rows[2]].reduce((total, row) => total + secondsOf(row?.[2] ?? ''), 0)
    expect(Math.abs(running - secondsOf(rows[2]?.[3] ?? ''))).toBeLessThanOrEqual(2)
    expect(await drawer.getByTitle('wireless-logic-enterprise').innerText()).toBe('SIM Assist Enterprise')
  })

  test('six hundred stretches come quickly, scroll inside themselves and are reached by the keyboard', async () => {
    await start()
    const drawer = await open(LONG)
    const why = drawer.getByRole('button', { name: 'Why?' }).first()
    const before = Date.now()
    await why.click()
    const table = drawer.getByRole('table', { name: 'Every second of this clock' })
    await table.waitFor()
    expect(Date.now() - before).toBeLessThan(2_000)
    expect(await table.locator('tbody tr:has(td)').count()).toBe(600)
    const region = drawer.getByRole('region', { name: 'Every second of this clock' })
    expect((await region.boundingBox())?.height).toBeLessThan(500)
    // A year of days does not make a bar of six hundred lines, nor one wider than its drawer.
    const bar = drawer.getByRole('figure')
    expect(await bar.locator('[title*="Counted"]').count()).toBeLessThan(200)
    expect(await drawer.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
    await tabTo(region)
    await page.keyboard.press('End')
    await expect.poll(() => region.evaluate((element) => element.scrollTop)).toBeGreaterThan(1_000)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('complementary').count()).toBe(0)
  })
})

describe('the clocks as a file', () => {
  test('a table or evidence, by the keyboard, and how the evidence is checked', async () => {
    await start()
    const drawer = await open(BREACHED)
    const button = drawer.getByRole('button', { name: 'Export clocks' })
    await tabTo(button)
    await page.keyboard.press('Enter')
    const evidence = page.getByRole('menuitem', { name: 'Evidence (signed JSON)' })
    await evidence.getByText(/anybody can check it with "meridian sla verify FILE"/).waitFor()
    const [table] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(table.suggestedFilename()).toBe('1012-clocks.csv')
    const lines = (await readFile(await table.path(), 'utf8')).split('\r\n')
    expect(lines[0]).toBe('clock,from,milliseconds,label')
    expect(lines.filter((line) => line.startsWith('first-response,'))).toHaveLength(3)
    await drawer.getByText('Saved as 1012-clocks.csv.').waitFor()

    await button.press('Enter')
    const [proof] = await Promise.all([page.waitForEvent('download'), evidence.press('Enter')])
    const document: unknown = JSON.parse(await readFile(await proof.path(), 'utf8'))
    expect(document).toMatchObject({ case: '1012', signature: 'made-up' })
    await drawer.getByText('To check it: meridian sla verify 1012-clocks.json').waitFor()
  })

  test('a file that cannot be made is said in one sentence', async () => {
    await start()
    change(({ tickets }) => ({
      tickets: {
        ...tickets,
        exportClocks: implementation.tickets.exportClocks.handler(({ errors }) => {
          throw errors.NOT_FOUND()
        }),
      },
    }))
    const drawer = await open(BREACHED)
    await drawer.getByRole('button', { name: 'Export clocks' }).click()
    await page.getByRole('menuitem', { name: 'CSV' }).click()
    expect(await drawer.getByRole('alert').innerText()).toMatch(/^[A-Z].*\.$/)
  })
})

describe('the help desk’s own due time', () => {
  test('later or earlier than ours with its rule, and quiet where it agrees', async () => {
    await start()
    const later = (await open('1007')).getByRole('region', { name: 'Due time of the help desk' })
    expect(await later.innerText()).toMatch(
      /^First response: Example desk says due .*, we say .* \(45 min later\)\.\s+It does not stop while the customer owes an answer\.$/,
    )
    const earlier = (await open(BREACHED)).getByRole('region', { name: 'Due time of the help desk' })
    expect(await earlier.innerText()).toMatch(
      /we say .* \(2 h 10 earlier\)\.\s+It puts the due time at the end of the working day\.$/,
    )
    const agreeing = await open('1001')
    await agreeing.getByText(/^Agrees with the due time of Example desk, /).waitFor()
    expect(await agreeing.getByRole('region', { name: 'Due time of the help desk' }).count()).toBe(0)
  })
})

describe('the escalation ladder', () => {
  test('from the list to done by the keyboard alone', async () => {
    await start()
    await page.goto(server.url)
    await page.getByRole('grid').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('complementary', { name: BREACHED })
    const ladder = drawer.getByRole('region', { name: 'Escalation' })
    const first = ladder.getByRole('listitem').first()
    await first.getByText(/^Bangalore, \d\d:\d\d there now$/).waitFor()
    expect(await first.innerText()).toMatch(/^Manager of technical support\s+Due now since /)
    expect(await ladder.getByRole('listitem').nth(1).innerText()).toMatch(/To come .*\d h \d\d/s)
    expect(await ladder.getByRole('listitem').nth(2).innerText()).toMatch(/On demand.*Bogotá/s)

    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog', { name: 'Escalate case 1012' })
    const subject = dialog.getByRole('textbox', { name: 'Subject' })
    await expect.poll(() => subject.inputValue()).toContain('Escalation of case 1012')
    await tabTo(subject)
    await page.keyboard.press('End')
    await page.keyboard.type(' (urgent)')
    await tabTo(dialog.getByRole('button', { name: 'Copy to clipboard' }))
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Copied' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^Escalation of case 1012.* \(urgent\)\n\nReason for the escalation\n/)

    await tabTo(dialog.getByRole('button', { name: 'Mark as sent' }))
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await first.getByText(/^Done/).waitFor()
    expect(await first.innerText()).toMatch(/Done fake, \d\d:\d\d/)
    expect(await first.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await first.getByRole('button', { name: /^Escalate/ }).count()).toBe(0)
    await tabTo(first.getByRole('button', { name: /^Summary/ }))
    await page.keyboard.press('Enter')
    await first.getByText('(urgent)').waitFor()

    // The board's own keys go on from there.
    await page.keyboard.press('j')
    await expect.poll(() => page.getByRole('complementary', { name: BREACHED }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('complementary').count()).toBe(0)
  })

  test('a button pressed twice sends once', async () => {
    await start()
    let calls = 0
    change(({ escalations }) => ({
      escalations: {
        ...escalations,
        record: implementation.escalations.record.handler(async ({ input, errors }) => {
          calls += 1
          await new Promise((resolve) => setTimeout(resolve, 300))
          if (calls > 1) throw errors.REFUSED({ data: { place: 'stepId', reason: 'Taken twice.' } })
          const done = { at: Date.now(), by: 'fake', summary: input.summary }
          const step = { clockId: null, role: 'Manager', deskId: null, rule: 'Rule', dueAt: null }
          return { ...step, id: input.stepId, state: 'done' as const, done }
        }),
      },
    }))
    const drawer = await open(BREACHED)
    await drawer.getByRole('button', { name: 'Escalate to Manager of technical support' }).click()
    const send = page.getByRole('button', { name: 'Mark as sent' })
    await expect.poll(() => send.isEnabled()).toBe(true)
    await send.dblclick()
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    expect(calls).toBe(1)
    await drawer.getByText(/^Done/).waitFor()
  })

  test('a refusal stands in the dialog, and what was written is not lost', async () => {
    await start()
    change(({ escalations }) => ({
      escalations: {
        ...escalations,
        record: implementation.escalations.record.handler(({ errors }) => {
          throw errors.REFUSED({
            data: { place: 'stepId', reason: 'Somebody else has just taken this step.' },
          })
        }),
      },
    }))
    await open(BREACHED)
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog')
    const text = dialog.getByRole('textbox', { name: 'Text' })
    await expect.poll(() => text.inputValue()).toContain('Reason for the escalation')
    await text.fill('In my own words.')

    await dialog.getByRole('button', { name: 'English' }).click()
    await page.getByRole('option', { name: 'Spanish' }).click()
    await expect.poll(() => text.inputValue()).toContain('Motivo')
    await dialog.getByRole('button', { name: 'Spanish' }).click()
    await page.getByRole('option', { name: 'English' }).click()
    expect(await text.inputValue()).toBe('In my own words.')

    await dialog.getByRole('button', { name: 'Mark as sent' }).click()
    await dialog.getByText('Somebody else has just taken this step.').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
    await page.keyboard.press('e')
    expect(await text.inputValue()).toBe('In my own words.')
    await text.fill(' ')
    await dialog.getByText('Nobody can act on an empty text.').waitFor()
    expect(await dialog.getByRole('button', { name: 'Mark as sent' }).isDisabled()).toBe(true)
  })

  test('a viewer may read and copy the summary, not mark it', async () => {
    await start({ role: 'viewer' })
    await open(BREACHED)
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Only an operator can mark it as sent.').waitFor()
    expect(await dialog.getByRole('button', { name: 'Copy to clipboard' }).count()).toBe(1)
    expect(await dialog.getByRole('button', { name: 'Mark as sent' }).count()).toBe(0)
  })
})

describe('for every reader', () => {
  test.each(['dark', 'light', 'contrast'] as const)('every word can be read: %s', async (theme) => {
    await start({ theme })
    const drawer = await open(BREACHED, 'first-response')
    await drawer.getByRole('figure').waitFor()
    expect(await lowContrastTexts(page, 'aside[aria-label*="1012"]', 4.5)).toEqual([])
  })

  test('the same in Spanish', async () => {
    await start({ language: 'es' })
    const drawer = await open(BREACHED, 'first-response')
    await drawer.getByText('El contrato es SIM Assist Enterprise, versión 3.').waitFor()
    await drawer.getByText(/cuando se creó el ticket\.$/).waitFor()
    await drawer.getByRole('table', { name: 'Cada segundo de este reloj' }).waitFor()
    await drawer.getByText(/Example desk dice .*, nosotros .* \(2 h 10 antes\)/).waitFor()
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog', { name: 'Escalar el caso 1012' })
    await expect
      .poll(() => dialog.getByRole('textbox', { name: 'Asunto' }).inputValue())
      .toContain('Escalada del caso 1012')
    await dialog.getByRole('button', { name: 'Marcar como enviado' }).click()
    await drawer.getByText(/^Hecho/).waitFor()
  })
})
