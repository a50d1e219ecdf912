import { createRouterClient } from '@orpc/server'
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Caller } from '../../electron/backend/access/caller.ts'
import { launchBrowser } from '../support/browser.ts'
import { complaintsOf } from '../support/complaints.ts'
import { type PageServer, startPageServer } from '../support/page-server.ts'

const SECOND_ADMIN: Caller = { name: 'second', role: 'admin', via: 'loopback' }

let browser: Browser
let server: PageServer
let page: Page
/** Everything the browser complained of: faults of the page and what its policy forbids. */
let complaints: string[]

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})
afterEach(async () => {
  await page.context().close()
  await server.close()
  if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join('\n')}`)
})

async function open(address: string, role: Caller['role'] = 'admin', theme = 'dark'): Promise<void> {
  server = await startPageServer({ role })
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1366, height: 768 } })
  complaints = complaintsOf(page)
  await page.addInitScript((chosen) => {
    const stored = JSON.stringify({ theme: chosen, language: 'en', density: 'compact' })
    localStorage.setItem('meridian.preferences', stored)
  }, theme)
  await page.goto(`${server.url}/#/workshop${address}`)
  await editor().waitFor()
}

function editor(): Locator {
  return page.getByRole('textbox', { name: /^Text of / })
}

function problems(): Locator {
  return page.getByRole('region', { name: 'Problems' })
}

function tab(name: string): Locator {
  return page.getByRole('tab', { name, exact: true })
}

/** Puts the caret behind the first occurrence of some words and types. */
async function typeBehind(words: string, typed: string): Promise<void> {
  await editor().click()
  await page.keyboard.press('Control+f')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(typed)
}

/** The draft the browser keeps for a contract. */
function keptDraft(address: string): Promise<string> {
  return page.evaluate((key) => localStorage.getItem(key) ?? '', `meridian.policy-draft.${address}`)
}

function anotherAdmin() {
  return createRouterClient(server.hub.router, { context: { caller: SECOND_ADMIN } })
}

describe('contracts', () => {
  test('are listed by where they come from, with the files that cannot be used', async () => {
    await open('')
    const list = page.getByRole('navigation', { name: 'Contracts' })
    expect(await list.getByRole('link').first().innerText()).toContain('SIM Assist Enterprise')
    await list.getByText('There is no severity "P9".').waitFor()
    await list.getByRole('link', { name: /1Mobility support/ }).click()
    await page.getByRole('heading', { name: '1Mobility support' }).waitFor()
    await problems().getByText('No problems').waitFor()
    await page.getByText(/^\d+ of \d+ come out as written\.$/).waitFor()
  })

  test('are copied to a draft with a new id, name and version', async () => {
    await open('/one-mobility')
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    await page.getByText('No clock runs on it until it is saved.').waitFor()
    expect(new URL(page.url()).hash).toBe('#/workshop/one-mobility-copy')
    const text = await keptDraft('one-mobility-copy')
    expect(text).toContain(String.raw`\"id\": \"one-mobility-copy\"`)
    expect(text).toContain(String.raw`\"name\": \"1Mobility support (copy)\"`)
    await expect.poll(() => editor().evaluate((element) => element.matches(':focus'))).toBe(true)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved: 1Mobility support (copy), version 1.').waitFor()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByRole('button', { name: 'Remove contract' }).click()
    await page.getByText('1Mobility support (copy) was removed.').waitFor()
    expect(await page.getByRole('link', { name: /\(copy\)/ }).count()).toBe(0)
  })

  test.each(['dark', 'light', 'contrast'])('take the colours of the page: %s', async (theme) => {
    await open('/one-mobility', 'viewer', theme)
    const wanted = await page.evaluate(() => {
      const probe = document.createElement('i')
      probe.style.color = 'var(--accent)'
      document.body.append(probe)
      return getComputedStyle(probe).color
    })
    const found = await page.getByText('"format"').evaluate((word) => getComputedStyle(word).color)
    expect(found).toBe(wanted)
  })
})

describe('a text with an error', () => {
  test('has it marked at its line and listed, and the list leads there', async () => {
    await open('/one-mobility')
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await typeBehind('"limit": "2', '00000')
    const line = problems().getByRole('button', { name: /^Line \d+ / })
    await line.waitFor()
    expect(await line.innerText()).toContain('metrics[0].targets[0].limit')
    await page.locator('.cm-lint-marker-error').waitFor()
    expect(await page.locator('.cm-lintRange-error').innerText()).toContain('200000 h')
    await problems().getByText('can be neither saved nor rehearsed').waitFor()
    expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true)

    await editor().press('Control+End')
    await expect.poll(() => page.locator('.cm-lintRange-error').count()).toBe(0)
    await line.focus()
    await page.keyboard.press('Enter')
    await page.locator('.cm-lintRange-error').waitFor()
    await page.keyboard.type('"3 h"')
    await problems().getByText('No problems').waitFor()
    expect(await keptDraft('one-mobility')).toContain(String.raw`\"limit\": \"3 h\"`)
  })

  test('may be typed over whole: the browser has nothing to complain of', async () => {
    await open('/one-mobility')
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await editor().press('Control+Home')
    for (let line = 0; line < 4; line += 1) await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.type('over')
    await editor().getByText('over  "version": 1').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('[1')
    await expect.poll(() => page.locator('.cm-line').allInnerTexts()).toEqual(['[1'])
    await problems()
      .getByText(/not valid JSON/)
      .waitFor()
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z')
    await problems().getByText('No problems').waitFor()
  })

  test('is not rehearsed: Mod+Enter leads to the first problem', async () => {
    await open('/one-mobility')
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await typeBehind('"version": 1', ' oops')
    await problems()
      .getByText(/not valid JSON/)
      .waitFor()
    await tab('Rehearsal').click()
    await page.getByText('A text with problems cannot be rehearsed').waitFor()
    expect(await page.getByRole('button', { name: 'Rehearse' }).isDisabled()).toBe(true)
    await editor().press('Control+Home')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => page.locator('.cm-activeLine').innerText()).toContain('"version": 1 oops')
  })

  test('keeps its worked examples from passing when the promise no longer fits them', async () => {
    await open('/one-mobility')
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await typeBehind('"limit": "2', '0')
    await page
      .getByText(/first-response: due is .*, expected /)
      .first()
      .waitFor()
    expect(await page.getByRole('img', { name: 'failed' }).count()).toBeGreaterThan(0)
  })
})

describe('a calendar', () => {
  test('is a year of days that keys walk, each with its hours and name', async () => {
    await open('/wireless-logic-enterprise')
    await tab('Calendar').click()
    await page.getByRole('button', { name: /Calendar$/ }).click()
    await page.getByRole('option').last().click()
    const year = Number(await page.getByRole('group', { name: 'Year' }).locator('output').innerText())
    await page.getByRole('button', { name: 'The year after' }).click()
    const christmas = page.locator(`[data-date="${year + 1}-12-25"]`)
    await christmas.waitFor()
    expect(await page.getByRole('grid').count()).toBe(12)
    expect(await christmas.getAttribute('aria-label')).toMatch(/25 December \d+, Holiday: .+, not open/)

    await page.locator(`[data-date="${year + 1}-01-01"]`).focus()
    for (let month = 2; month <= 12; month += 1) await page.keyboard.press('PageDown')
    for (let week = 1; week <= 3; week += 1) await page.keyboard.press('ArrowDown')
    for (let day = 1; day <= 3; day += 1) await page.keyboard.press('ArrowRight')
    expect(await christmas.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.getByText(/Holiday: .+ · not open/).waitFor()
    // Spain's clocks change twice a year; the day of the change says how long it is.
    const changes = page.locator('td[data-changes="true"]')
    expect(await changes.count()).toBe(2)
    expect(await changes.first().getAttribute('aria-label')).toContain('the day has 23 h')
    expect(await changes.last().getAttribute('aria-label')).toContain('the day has 25 h')
  })

  test('takes dates of an iCalendar file into the text, in the order of the year', async () => {
    await open('/one-mobility')
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await tab('Calendar').click()
    await page.getByRole('button', { name: /Calendar$/ }).click()
    await page.getByRole('option', { name: 'standard' }).click()
    await page.getByRole('button', { name: 'Import dates from an iCalendar file' }).click()
    const year = new Date().getFullYear()
    const events = [`${year}1224`, `${year}0102`, `${year}0103`].map(
      (date) => `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${date}\r\nSUMMARY:Day ${date}\r\nEND:VEVENT\r\n`,
    )
    const broken = 'BEGIN:VEVENT\r\nSUMMARY:Without a date\r\nEND:VEVENT\r\n'
    const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}${broken}END:VCALENDAR\r\n`
    const file = { name: 'days.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) }
    await page.locator('input[type=file]').setInputFiles(file)
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: '3 dates in days.ics' }).waitFor()
    await dialog.getByText('1 entry was refused').waitFor()
    await dialog.getByText(`Day ${year}0103`).click()
    await dialog.getByRole('button', { name: 'Put 2 dates into holidays' }).click()
    await page.getByText('2 dates were put into the holidays of “standard”.').waitFor()
    await editor().getByText(`"holidays": ["${year}-01-02", "${year}-12-24"]`).waitFor()
    await page.locator(`td[data-date="${year}-12-24"][data-kind="holiday"]`).waitFor()
    await editor().press('Control+z')
    await expect.poll(() => keptDraft('one-mobility')).not.toContain('holidays\\"')
  })
})

describe('a rehearsal', () => {
  test('shows how far it is, ends in words first, then clock by clock with breaches first', async () => {
    await open('/one-mobility', 'operator')
    await tab('Rehearsal').click()
    await page
      .getByRole('button', { name: /^Only those now under 1Mobility support Which tickets/ })
      .waitFor()
    await page.getByRole('button', { name: 'Rehearse', exact: true }).click()
    await page.getByRole('progressbar', { name: /^\d+ of 412 tickets$/ }).waitFor()
    const outcome = page.getByText('Of 412 tickets 17 would stand otherwise:')
    await outcome.waitFor()
    expect(await outcome.innerText()).toContain('3 new breaches, 9 avoided.')
    const rows = page.getByRole('table', { name: 'Clocks that would stand otherwise' }).getByRole('row')
    expect(await rows.count()).toBe(18)
    expect(await rows.nth(1).innerText()).toContain('new breach')
    expect(await rows.nth(1).innerText()).toMatch(/Met\s+due .*Answered late\s+due /s)
    await rows.nth(1).getByRole('link').click()
    await page.waitForURL(/#\/board\/ticket\//)
  })

  test('is cancelled, and says that nothing was changed', async () => {
    await open('/one-mobility', 'operator')
    await editor().press('Control+Enter')
    await page.getByRole('progressbar', { name: /^\d+ of 412 tickets$/ }).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Cancelled. Nothing was changed.').waitFor()
    expect(await page.getByRole('button', { name: 'Rehearse', exact: true }).isEnabled()).toBe(true)
  })

  test('needs two dates in their order', async () => {
    await open('/one-mobility', 'operator')
    await tab('Rehearsal').click()
    await page.getByRole('button', { name: /Tickets created in/ }).click()
    await page.getByRole('option', { name: 'dates of my own' }).click()
    await page.getByLabel('From').fill('2026-03-02')
    await page.getByLabel('Up to and including').fill('2026-03-01')
    await page.getByText('The first date must not lie after the last one.').waitFor()
    expect(await page.getByRole('button', { name: 'Rehearse' }).isDisabled()).toBe(true)
  })
})

describe('saving', () => {
  test('asks to raise the version, and keeps the text under it', async () => {
    await open('/wireless-logic-enterprise')
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await editor().press('Control+s')
    const question = page.getByRole('alertdialog', { name: 'Raise the version?' })
    await question.getByText('The hub already holds version 1').waitFor()
    await question.getByRole('button', { name: 'Raise to 2 and save' }).click()
    await page.getByText('Saved: SIM Assist Enterprise, version 2.').waitFor()
    await page.getByRole('button', { name: 'Edit', exact: true }).waitFor()
    await editor().getByText('"version": 2').waitFor()
    const held = (await anotherAdmin().policies.list({})).find(({ id }) => id === 'wireless-logic-enterprise')
    expect(held?.version).toBe(2)
    expect(await keptDraft('wireless-logic-enterprise')).toBe('')
  })

  test('is refused at the place the hub names, when another was faster', async () => {
    await open('/wireless-logic-enterprise')
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await typeBehind('"version": ', '2')
    await problems().getByText('No problems').waitFor()
    const held = (await anotherAdmin().policies.list({})).find(({ id }) => id === 'wireless-logic-enterprise')
    const faster = (held?.text ?? '').replace('"version": 1', '"version": 30')
    await anotherAdmin().policies.save({ text: faster })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await problems()
      .getByRole('button', { name: /must be higher than 30/ })
      .waitFor()
    expect(await page.locator('.cm-lintRange-error').innerText()).toBe('21')
    await page.getByText('has become version 30 since this draft began at version 1').waitFor()
    await page.keyboard.type('31')
    await page.keyboard.press('Control+s')
    await page.getByText('Saved: SIM Assist Enterprise, version 31.').waitFor()
  })
})

describe('a draft', () => {
  test('outlives another screen and a reload, and is discarded on purpose only', async () => {
    await open('/one-mobility')
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await typeBehind('1Mobility support', ' of today')
    await page.getByRole('heading', { name: '1Mobility support of today' }).waitFor()
    await page.getByRole('link', { name: 'SLA board' }).click()
    await page.waitForURL(/#\/board/)
    await page.goBack()
    await editor().getByText('1Mobility support of today').waitFor()
    await page.reload()
    await editor().getByText('1Mobility support of today').waitFor()
    await page.getByRole('button', { name: 'Discard draft' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Discard draft' }).click()
    await expect.poll(() => editor().getByText('of today').count()).toBe(0)
    expect(await keptDraft('one-mobility')).toBe('')
  })
})

describe('the keyboard alone', () => {
  test('chooses a contract, edits it, leaves the editor and saves', async () => {
    await open('')
    await page.keyboard.press('j')
    await page.getByRole('heading', { name: '1Mobility support' }).waitFor()
    await page.getByRole('button', { name: 'Edit', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => editor().evaluate((element) => element.matches(':focus'))).toBe(true)
    // Letters that are keys elsewhere are letters here; Tab indents.
    await page.keyboard.press('Control+Home')
    await page.keyboard.type(' jk?g')
    await expect.poll(() => keptDraft('one-mobility')).toContain(' jk?g')
    for (let times = 0; times < 5; times += 1) await page.keyboard.press('Backspace')
    await page.keyboard.press('Tab')
    await expect.poll(() => keptDraft('one-mobility')).toContain('  {')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await expect
      .poll(() => tab('Problems').evaluate((element) => element === document.activeElement))
      .toBe(true)
    await page.keyboard.press('ArrowRight')
    expect(await tab('Calendar').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Control+s')
    await page.getByRole('alertdialog', { name: 'Raise the version?' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Saved: 1Mobility support, version 2.').waitFor()
  })
})

describe('roles', () => {
  test('a viewer is offered nothing that changes', async () => {
    await open('/wireless-logic-enterprise', 'viewer')
    await problems().getByText('No problems').waitFor()
    await tab('Calendar').click()
    await page.getByRole('grid').first().waitFor()
    expect(await page.getByRole('button', { name: /Copy|Edit|Save|Remove|Import|Rehearse/ }).count()).toBe(0)
    expect(await tab('Rehearsal').count()).toBe(0)
    expect(await editor().getAttribute('aria-readonly')).toBe('true')
    await editor().press('Control+Home')
    await page.keyboard.type('x')
    expect(await page.locator('.cm-line').first().innerText()).toBe('{')
  })

  test('an operator tries and rehearses, but does not save', async () => {
    await open('/one-mobility', 'operator')
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.getByText('an administrator of this hub saves').waitFor()
    expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0)
    await editor().press('Control+s')
    expect(await page.getByRole('alertdialog').count()).toBe(0)
  })
})
