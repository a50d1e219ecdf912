import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type BuiltHub, startBuiltHub } from '../support/built-hub.ts'
import { complaintsOf } from '../support/complaints.ts'
import { runMeridian } from '../support/run-meridian.ts'

// The built program in its demo world, as somebody meets it who must answer for a figure: from the board to the ledger,
// out as evidence, over past months, and on to a contract that is changed. One story, in order.

/** Set to a folder to keep pictures, e.g. docs/screenshots. */
const pictures = process.env['MERIDIAN_SCREENSHOTS']
const PATIENCE = { timeout: 20_000 }

let browser: Browser
let hub: BuiltHub
let page: Page
let complaints: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  hub = await startBuiltHub({ arguments: ['--demo', '--demo-seed', '7'] })
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
  })
  page = await context.newPage()
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

/** Whole numbers of a sentence, as the page writes them. */
function figuresIn(text: string, sentence: RegExp): number[] {
  return (sentence.exec(text) ?? []).slice(1).map((figure) => Number(figure.replace(',', '')))
}

describe('a figure that must be answered for', () => {
  test('the board says on whose watch promises run out', async () => {
    await page.goto(`${hub.address}#/board`)
    await page.getByRole('row').nth(5).waitFor(PATIENCE)
    for (const desk of ['California', 'Bangalore', 'Bruges']) {
      await page.getByRole('button', { name: new RegExp(`^${desk}: .*On watch`) }).waitFor(PATIENCE)
    }
    const now = page.getByRole('button', { name: /On watch/ }).filter({ hasText: 'now' })
    expect(await now.count()).toBe(1)
  })

  test('a clock explains itself in sentences, as a bar and second by second', async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('complementary')
    await drawer.waitFor(PATIENCE)
    await drawer.getByRole('button', { name: /Why/ }).first().click()
    await drawer.getByRole('table').first().getByRole('row').nth(1).waitFor(PATIENCE)
    const words = await drawer.innerText()
    expect(words).toMatch(/The contract is .*, version \d+\./)
    expect(words).toMatch(/The clock started /)
    await picture('ledger-demo')
  })

  test('it leaves the hub as evidence that the command line verifies, and that shows any change', async () => {
    const drawer = page.getByRole('complementary')
    await drawer.getByRole('button', { name: 'Export clocks' }).click()
    const download = page.waitForEvent('download', PATIENCE)
    await page.getByRole('menuitem', { name: /Evidence/ }).click()
    const file = join(hub.dataDirectory, 'evidence.json')
    await (await download).saveAs(file)
    const text = readFileSync(file, 'utf8')
    expect(JSON.parse(text)).toMatchObject({ format: 'meridian-evidence/1' })
    expect(await runMeridian(['sla', 'verify', file])).toMatch(/hold|valid|agree/i)

    const changed = join(hub.dataDirectory, 'changed.json')
    writeFileSync(changed, text.replace(/"severity": "([A-Z])\d"/, '"severity": "$19"'))
    expect(readFileSync(changed, 'utf8')).not.toBe(text)
    await expect(runMeridian(['sla', 'verify', changed])).rejects.toThrow('ended with 1')
    await page.keyboard.press('Escape')
  })

  test('past months add up to what was kept and broken', async () => {
    await page.goto(`${hub.address}#/attainment`)
    await page
      .getByText(/of [\d,]+ kept/)
      .first()
      .waitFor({ timeout: 40_000 })
    await page.locator('svg.recharts-surface').first().waitFor(PATIENCE)
    const said = await page.getByRole('main').innerText()
    const [kept = NaN, decided = NaN] = figuresIn(said, /([\d,]+) of ([\d,]+) kept/)
    const [broken = NaN] = figuresIn(said, /([\d,]+) broken/)
    expect(kept + broken).toBe(decided)
    expect(decided).toBeGreaterThan(500)
    await picture('attainment')
  })

  test('a contract is read with its checks, drawn as a year and rehearsed on past tickets', async () => {
    await page.goto(`${hub.address}#/workshop`)
    await page.getByText('Wireless Logic SIM Assist Enterprise').first().click()
    await page.getByText('This text can be used.').waitFor(PATIENCE)
    await picture('workshop')
    await page.getByRole('tab', { name: 'Calendar' }).click()
    await page.getByRole('button', { name: /Calendar$/ }).click()
    await page.getByRole('option', { name: 'office' }).click()
    await page.getByText('October').first().waitFor(PATIENCE)
    await picture('workshop-calendar')
    await page.getByRole('tab', { name: 'Rehearsal' }).click()
    await page.getByRole('button', { name: /Which tickets$/ }).click()
    await page.getByRole('option', { name: 'All tickets' }).click()
    await page.getByRole('button', { name: /^Rehearse/ }).click()
    await page.getByText(/tickets \d+ would stand otherwise/).waitFor({ timeout: 40_000 })
    expect(await page.getByRole('table').getByRole('row').count()).toBeGreaterThan(10)
    await picture('workshop-rehearsal')
  })

  test('nothing on the way was complained about in the console', () => {
    expect(complaints).toEqual([])
  })
})
