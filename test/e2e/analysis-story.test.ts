import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Download, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type BuiltHub, startBuiltHub } from '../support/built-hub.ts'
import { complaintsOf } from '../support/complaints.ts'
import { madeCalls, manyCalls } from '../support/made-calls.ts'

// The built program in its demo world, as an expert meets it with a file of failing calls and a customer on the phone:
// from the file to the finding, out as examples and report, and back with the calls after the fix. One story, in order.

/** Set to a folder to keep pictures, e.g. docs/screenshots. */
const pictures = process.env['MERIDIAN_SCREENSHOTS']

const NOON = Date.UTC(2026, 10, 20, 12)
const DAY_MS = 86_400_000
const BEFORE = madeCalls({ seed: 1, calls: 400, from: NOON, fault: 0.9 })
const STILL_THERE = madeCalls({ seed: 2, calls: 400, from: NOON + DAY_MS, fault: 0.9 })
const REPAIRED = madeCalls({ seed: 3, calls: 1200, from: NOON + 2 * DAY_MS, fault: 0 })
const RAGGED = 'call_id,carrier,sip_code\n1,Carrier X,200\n2,Carrier Y,503,a,b,c,d\n'

let browser: Browser
let hub: BuiltHub
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  hub = await startBuiltHub({ arguments: ['--demo', '--demo-seed', '7'] })
  context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  complaints = complaintsOf(page)
})
afterAll(async () => {
  await browser.close()
  await hub.remove()
})

async function picture(name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

/** The calls of a file as the rules of this file know them, not as the program counts. */
function callsOf(csv: string): readonly (readonly string[])[] {
  return csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
}
function isFailing(call: readonly string[]): boolean {
  return Number(call.at(-1)) >= 400
}
function isPlanted(call: readonly string[]): boolean {
  return call.includes('Carrier X') && call.includes('G.729')
}

async function drop(name: string, content: string): Promise<void> {
  const another = recordRegion().getByRole('button', { name: 'Other records' })
  if (await another.isVisible()) await another.click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
}

function recordRegion(): Locator {
  return page.getByRole('region', { name: 'Records', exact: true })
}

/** The name of the record set that is looked into. */
function chosen(name: string): Locator {
  return recordRegion().getByText(name, { exact: true })
}

function failing(): Locator {
  return page.getByRole('textbox', { name: 'Failing are records with' })
}

function findings(): Locator {
  return page.getByRole('list', { name: 'Findings, strongest first' }).locator('> li')
}

async function wordsOf(locator: Locator): Promise<string> {
  return (await locator.innerText()).replaceAll(/\s+/g, ' ')
}

function beside(): Locator {
  return page.getByRole('region', { name: 'Examples and report' })
}

/** What a press of the expert's brings onto the disk. */
async function saved(press: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), content: await contentOf(download) }
}
async function contentOf(download: Download): Promise<Buffer> {
  const path = join(hub.dataDirectory, 'download')
  await download.saveAs(path)
  return readFileSync(path)
}

async function searched(press: () => Promise<void>): Promise<void> {
  const before = page.url()
  await press()
  await page.waitForURL((url) => url.href !== before && /#\/analysis\/[0-9a-f-]{36}/.test(url.hash))
  await findings()
    .or(page.getByRole('heading', { name: 'Nothing is provable' }))
    .first()
    .waitFor()
}

/** Tries the first finding on other records; gives what the dialog says of it. */
async function tryFixOn(recordSet: string): Promise<string> {
  await findings().first().waitFor()
  await findings().first().getByRole('button', { name: 'More for finding 1' }).click()
  await page.getByRole('menuitem', { name: 'Confirm a fix…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Did the fix work?' })
  await dialog.getByRole('button', { name: /Fresh records/ }).click()
  await page.getByRole('option', { name: recordSet }).click()
  await dialog.getByRole('button', { name: 'Try again on these' }).click()
  const result = dialog.getByRole('status', { name: 'Result' })
  await result.getByText('with it fail now').waitFor()
  const words = await wordsOf(result)
  await dialog.getByRole('button', { name: 'Done' }).click()
  return words
}

const CAUSE = 'carrier = "Carrier X" and codec = G.729'
/** Where the analysis of the first file lies, once it was made. */
let analysisAddress = ''

describe('an hour of an expert', () => {
  test('the demo world has calls to look into, two keys away', async () => {
    await page.goto(`${hub.address}#/board`)
    await page.getByRole('row').nth(5).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    await page.getByRole('button', { name: /^Demo: calls of six hours/ }).click()
    await page.getByText('169 failing, 3,831 working').last().waitFor()
    await page.setViewportSize({ width: 1920, height: 1080 })
    await searched(() => page.keyboard.press('Control+Enter'))
    const words = await wordsOf(findings().first())
    expect(words).toContain('carrier Example Transit')
    expect(words).toContain('codec G729')
    expect(words).toContain('proven')
    await picture('analysis')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Why finding 1' }).waitFor()
    await picture('analysis-why')
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.evaluate(() =>
      localStorage.setItem('meridian.preferences', JSON.stringify({ theme: 'light' })),
    )
    await page.reload()
    await findings().first().waitFor()
    await page
      .getByRole('region', { name: 'Records and what failing means' })
      .getByText('169 failing, 3,831 working', { exact: true })
      .last()
      .waitFor()
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
    await picture('analysis-light')
    await page.evaluate(() => localStorage.removeItem('meridian.preferences'))
    await page.reload()
  })

  test('a file is dropped, and what failing means is a press away', async () => {
    await page.goto(`${hub.address}#/analysis`)
    await drop('calls.csv', BEFORE)
    await page.getByRole('button', { name: /^Failing is sip_code >= 400: / }).waitFor()
    await page.getByRole('button', { name: /^Failing is duration = 0: / }).click()
    await page.getByRole('button', { name: /^Failing is sip_code >= 400: / }).click()
    expect(await failing().inputValue()).toBe('sip_code >= 400')
    const calls = callsOf(BEFORE)
    const failed = calls.filter(isFailing).length
    await page
      .getByText(`${failed} failing, ${calls.length - failed} working`)
      .last()
      .waitFor()
    expect(failed).toBeGreaterThan(25)
  })

  test('the answer has the counts of the file, what cannot be told apart, and its reason', async () => {
    await searched(() => failing().press('Control+Enter'))
    analysisAddress = page.url()
    const calls = callsOf(BEFORE)
    const [failed, working] = [calls.filter(isFailing), calls.filter((call) => !isFailing(call))]
    const said = await wordsOf(findings().first())
    expect(said).toContain(
      `${failed.filter(isPlanted).length} of ${failed.length} failing calls had carrier Carrier X and codec G.729; ${working.filter(isPlanted).length} of ${working.length} working ones did.`,
    )
    expect(said).toContain('carrier Carrier X and gateway gw-bruges-2 cannot be told apart')
    await findings().first().getByRole('button', { name: 'Why?' }).click()
    const why = await wordsOf(page.getByRole('region', { name: 'Why finding 1' }))
    expect(why).toContain(
      `With it ${failed.filter(isPlanted).length} ${Math.round((100 * failed.filter(isPlanted).length) / failed.length)}%`,
    )
    expect(why).toContain('Fisher’s exact test, p < 0.0001')
    const left = failed.filter((call) => !isPlanted(call)).length
    await page.getByText(`Unexplained: ${left} of ${failed.length} failing calls.`).waitFor()
  })

  test('a duration of zero is a symptom, not a cause', async () => {
    const symptoms = page.getByRole('region', { name: 'Symptoms' })
    expect(await wordsOf(symptoms)).toContain('duration part of the outcome')
    expect(await findings().filter({ hasText: 'duration' }).count()).toBe(0)
  })

  test('a finding is copied, searched within, and excluded', async () => {
    const first = findings().first()
    await first.getByRole('button', { name: 'More for finding 1' }).click()
    await page.getByRole('menuitem', { name: 'Copy as condition' }).click()
    await first.getByText(`Copied: ${CAUSE}`).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(CAUSE)

    const where = page.getByRole('textbox', { name: 'Look only at' })
    await searched(() => first.getByRole('button', { name: 'Only within' }).click())
    await expect.poll(() => where.inputValue()).toBe(CAUSE)
    await page.goto(analysisAddress)
    await findings().filter({ hasText: 'cannot be told apart' }).waitFor()
    await searched(() => first.getByRole('button', { name: 'Exclude and search again' }).click())
    await expect.poll(() => where.inputValue()).toBe(`not (${CAUSE})`)
    await page.getByRole('heading', { name: 'Nothing is provable' }).waitFor()
    await page.goto(analysisAddress)
    await findings().filter({ hasText: 'cannot be told apart' }).waitFor()
  })

  test('A and B stand side by side and go to the carrier as a file', async () => {
    const example = page.getByRole('region', { name: 'Example 1' })
    const rows = await Promise.all((await example.getByRole('row').all()).map(wordsOf))
    expect(rows).toContainEqual(expect.stringMatching(/^carrier finding Carrier X/))
    expect(rows).toContainEqual(expect.stringMatching(/^sip_code 503 200/))
    const file = await saved(() => page.getByRole('button', { name: 'Save for the carrier' }).click())
    expect(file.name).toMatch(/\.csv$/)
    expect(file.content.toString()).toContain('@switch.example')
  })

  test('it is attached to a case, and its report is written, finished and given away', async () => {
    await page
      .getByRole('button', { name: /^What to do with calls/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Attach to a case…' }).click()
    await page.getByRole('textbox', { name: 'Case number or words of it' }).fill('SIM')
    await page
      .getByRole('button', { name: /^Attach to case / })
      .first()
      .click()
    await page.getByText(/for case \d+/).waitFor()

    await page.getByRole('tab', { name: 'Report' }).click()
    await beside().getByRole('button', { name: 'Write a report' }).click()
    const shared = beside().getByRole('region', { name: 'What failing records share' })
    await shared.getByRole('textbox').first().waitFor()
    await shared.getByRole('button', { name: 'Observation. Mark as assumption' }).first().click()
    await shared.getByRole('button', { name: 'Assumption. Mark as observation' }).first().waitFor()
    await beside().getByRole('textbox', { name: 'Title' }).fill('Calls over Carrier X fail in G.729')
    await beside().getByText('Attached to').waitFor()
    await beside().getByRole('button', { name: 'Save', exact: true }).click()
    await beside()
      .getByText(/^Saved at /)
      .waitFor()
    await shared.getByRole('heading').scrollIntoViewIfNeeded()
    await picture('analysis-report')

    const markdown = await exported('Markdown')
    expect(markdown.name).toMatch(/\.md$/)
    expect(markdown.content.toString()).toContain('# Calls over Carrier X fail in G.729')
    expect(markdown.content.toString()).toMatch(/Assumption/)
    const html = await exported('HTML')
    expect(html.content.toString()).toMatch(/^<!doctype html>/i)
    expect(html.content.toString()).toContain('Calls over Carrier X fail in G.729')
    const pdf = await exported('PDF')
    expect(pdf.content.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.content.subarray(-8).toString()).toContain('%%EOF')
  })

  test('the case shows all of it', async () => {
    await page
      .getByText(/for case \d+/)
      .getByRole('link')
      .click()
    const analyses = page.getByRole('complementary').getByRole('region', { name: 'Analyses' })
    await analyses.getByRole('link', { name: 'Calls over Carrier X fail in G.729' }).waitFor()
    expect(await wordsOf(analyses)).toContain('1 finding proven')
    expect(await wordsOf(analyses)).toContain('carrier Carrier X and codec G.729')
  })

  test('a fix that does not hold is told to the case, and one that holds is too', async () => {
    await page.goto(`${hub.address}#/analysis`)
    for (const [name, content] of [
      ['day-after.csv', STILL_THERE],
      ['repaired.csv', REPAIRED],
    ] as const) {
      await drop(name, content)
      await chosen(name).waitFor()
    }
    await page.goto(analysisAddress)
    const calls = callsOf(STILL_THERE).filter(isPlanted)
    expect(await tryFixOn('day-after.csv')).toContain(
      `Unchanged: ${calls.filter(isFailing).length} of ${calls.length} with it fail now`,
    )
    await page
      .getByText(/for case \d+/)
      .getByRole('link')
      .click()
    const drawer = page.getByRole('complementary')
    await drawer.getByRole('alert').filter({ hasText: 'Not fixed:' }).waitFor()

    await page.goto(analysisAddress)
    expect(await tryFixOn('repaired.csv')).toMatch(/^Gone: \d+ of \d+ with it fail now/)
    await page
      .getByText(/for case \d+/)
      .getByRole('link')
      .click()
    await drawer.getByText('Fixes that were tried').waitFor()
    expect(await drawer.getByRole('alert').filter({ hasText: 'Not fixed:' }).count()).toBe(0)
  })

  test('what is wrong is said in a sentence with its place', async () => {
    await page.goto(analysisAddress)
    await findings().first().waitFor()
    await failing().fill('sip_cod >= 400')
    await page.getByText('There is no column “sip_cod”; the nearest is “sip_code”.').waitFor()
    expect(await page.getByRole('button', { name: /^Line 1, column 1/ }).count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Search', exact: true }).isDisabled()).toBe(true)

    await drop('ragged.csv', RAGGED)
    await page.getByText(/ragged\.csv was not read in: .*line 3/).waitFor()
    expect(await page.getByRole('button', { name: /^ragged\.csv/ }).count()).toBe(0)
  })

  test('a search that is stopped leaves nothing behind', async () => {
    await page.goto(`${hub.address}#/analysis`)
    await drop('many.csv', manyCalls(80_000))
    await chosen('many.csv').waitFor()
    await page
      .getByText(/^24,\d+ failing, 55,\d+ working$/)
      .last()
      .waitFor()
    await failing().press('Control+Enter')
    await page.getByRole('progressbar').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Stop searching' }).click()
    await page.getByText('The search was stopped, and nothing of it was kept.').waitFor()
    await page.getByRole('tab', { name: 'History' }).click()
    await beside().getByText('Nothing was searched in these records yet.').waitFor()
    expect(await findings().count()).toBe(0)
  })

  test('nothing on the way was complained about in the console', () => {
    expect(complaints).toEqual([])
  })
})

function exported(format: string): Promise<{ name: string; content: Buffer }> {
  return saved(async () => {
    await beside().getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: format }).click()
  })
}
