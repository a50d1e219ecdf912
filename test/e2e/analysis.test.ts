import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createImplementation, type MeridianRouter } from '../../electron/backend/api/implementation.ts'
import type { Caller } from '../../electron/backend/access/caller.ts'
import type { Analysis } from '../../shared/records/analysis.ts'
import { launchBrowser } from '../support/browser.ts'
import { complaintsOf } from '../support/complaints.ts'
import { madeAnalysis, madeFinding, madeResult } from '../support/made-analysis.ts'
import { type PageServer, startPageServer } from '../support/page-server.ts'
import { lowContrastTexts } from '../support/text-contrast.ts'

let browser: Browser
let server: PageServer
let context: BrowserContext
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
  await context.close()
  await server.close()
  if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join('\n')}`)
})

interface Opening {
  role?: Caller['role']
  theme?: string
  language?: string
  /** Changes the made-up hub before the page connects. */
  prepare?: (server: PageServer) => void
}

async function open(address: string, opening: Opening = {}): Promise<void> {
  server = await startPageServer({ role: opening.role ?? 'admin' })
  opening.prepare?.(server)
  context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    timezoneId: 'Europe/Madrid',
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  page = await context.newPage()
  complaints = complaintsOf(page)
  await page.addInitScript(
    ([theme, language]) => {
      const stored = JSON.stringify({ theme, language, density: 'compact' })
      localStorage.setItem('meridian.preferences', stored)
    },
    [opening.theme ?? 'dark', opening.language ?? 'en'],
  )
  await page.goto(`${server.url}/#/analysis${address}`)
}

const implementation = createImplementation(() => {})

/** Puts operations of the test in the place of the made-up hub's. */
function changing(operations: Partial<MeridianRouter['analyses']>): (server: PageServer) => void {
  return ({ hub }) => {
    const router: { analyses: MeridianRouter['analyses'] } = hub.router
    router.analyses = { ...router.analyses, ...operations }
  }
}

/** Answers one analysis in the made-up hub's stead. */
function answering(analysis: Analysis): (server: PageServer) => void {
  return changing({ get: implementation.analyses.get.handler(() => analysis) })
}

function findings(): Locator {
  return page.getByRole('list', { name: 'Findings, strongest first' }).locator('> li')
}

function finding(words: string | RegExp): Locator {
  return findings().filter({ hasText: words })
}

function beside(): Locator {
  return page.getByRole('region', { name: 'Examples and report' })
}

async function choose(within: Locator, menu: string, item: string): Promise<void> {
  await within.getByRole('button', { name: menu }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

describe('a search', () => {
  test('shows its first answer, moves none of it, and offers the order of the last', async () => {
    await open('/monday')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.getByText('First answer: more is being looked for').waitFor()
    const first = finding('b_number')
    await first.getByText('proven so far').waitFor()
    const before = await first.boundingBox()
    await page.getByText('The last answer ranks them otherwise.').waitFor()
    expect(await first.boundingBox()).toEqual(before)
    expect(await findings().first().innerText()).toContain('b_number')
    await page.getByRole('button', { name: 'Strongest first' }).click()
    expect(await findings().first().innerText()).toContain('82 of 100 failing calls had')
    expect(new URL(page.url()).hash).toBe('#/analysis/analysis-3')
  })

  test('is stopped by Escape once that is confirmed, and nothing of it is kept', async () => {
    await open('/monday')
    await finding('Carrier X').first().waitFor()
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.getByRole('progressbar').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('What it has found so far is not kept.').waitFor()
    await page.getByRole('button', { name: 'Stop searching' }).click()
    await page.getByText('The search was stopped, and nothing of it was kept.').waitFor()
    expect(new URL(page.url()).hash).toBe('#/analysis/monday')
    await page.keyboard.press('h')
    await page.getByRole('list', { name: 'Analyses that were kept' }).getByRole('listitem').first().waitFor()
    expect(await page.getByRole('link', { name: 'sip_code >= 400' }).count()).toBe(0)
  })

  test('that fails says why in one sentence and can be tried again', async () => {
    await open('/monday', {
      prepare: changing({
        // oxlint-disable-next-line require-yield -- it fails before it could give anything
        run: implementation.analyses.run.handler(async function* ({ errors }) {
          throw errors.REFUSED({ data: { place: 'failed', reason: 'There is no column "sip".' } })
        }),
      }),
    })
    await finding('Carrier X').first().waitFor()
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.getByText('failed: There is no column "sip".').waitFor()
    expect(await page.getByRole('button', { name: 'Search again', exact: true }).count()).toBe(1)
    expect(await finding('Carrier X').count()).toBeGreaterThan(0)
  })
})

describe('a finding', () => {
  test('says counts first, what cannot be told apart and which test would tell', async () => {
    await open('/monday')
    await page.getByText('of 100 failing calls had').first().waitFor()
    const words = (await finding('82').innerText()).replaceAll(/\s+/g, ' ')
    expect(words).toContain(
      '82 of 100 failing calls had carrier Carrier X and codec G.729; 4 of 100 working ones did.',
    )
    expect(words).toContain(
      'carrier Carrier X and gateway gw-madrid-2 cannot be told apart in this data: they are the very same records. One with carrier Carrier X but without gateway gw-madrid-2 would tell. The file has none: make such a test.',
    )
    expect(await page.getByText('Unexplained: 2 of 100 failing calls.').count()).toBe(1)
    expect(await page.getByText(/^With 100 against 100, a single attribute needs 15/).innerText()).toContain(
      'a pair needs 21',
    )
  })

  test('is walked to and opened by key, and "?" on it asks why rather than for keys', async () => {
    await open('/monday')
    await findings().first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect
      .poll(() =>
        findings()
          .nth(1)
          .evaluate((card) => card.matches(':focus')),
      )
      .toBe(true)
    await page.keyboard.press('Enter')
    const why = page.getByRole('region', { name: 'Why finding 2' })
    const words = (await why.innerText()).replaceAll(/\s+/g, ' ')
    expect(words).toContain('On what the findings before it left over With it 16 89% 0 0%')
    expect(words).toContain('Fisher’s exact test, p < 0.0001')
    expect(words).toContain('94% with it, 2% without it: 47×')
    await page.keyboard.press('?')
    await why.waitFor({ state: 'detached' })
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('j')
    await page.keyboard.press('?')
    const lead = (await page.getByRole('region', { name: 'Why finding 3' }).innerText()).replaceAll(
      /\s+/g,
      ' ',
    )
    expect(lead).toContain(
      'carrier: 6.0× as it looks, 1.0× within the same carrier; so carrier may be what matters',
    )
  })

  test('is excluded by key: the search runs again without its records', async () => {
    await open('/monday')
    await finding('Carrier X').first().waitFor()
    await page.keyboard.press('x')
    await page.waitForURL(/analysis-3$/)
    const where = 'not (carrier = "Carrier X" and codec = G.729)'
    await expect.poll(() => page.getByRole('textbox', { name: 'Look only at' }).inputValue()).toBe(where)
    expect(await finding(/^1\s.*Carrier X/s).count()).toBe(0)
    expect(await page.getByRole('heading', { name: `sip_code >= 400 · ${where}` }).count()).toBe(1)
    await page.getByText('for case 1000').waitFor()
  })

  test('is searched within, split by a symptom, and its symptom searched all the same', async () => {
    await open('/monday')
    await finding('Gold').getByRole('button', { name: 'Only within' }).click()
    await page.waitForURL(/analysis-3$/)
    const where = page.getByRole('textbox', { name: 'Look only at' })
    await expect.poll(() => where.inputValue()).toBe('rate_plan = Gold and ring_seconds >= 32')
    await page.getByRole('button', { name: 'Split failing ones by sip_code 503' }).click()
    await page.waitForURL(/analysis-4$/)
    const failing = page.getByRole('textbox', { name: 'Failing are records with' })
    await expect.poll(() => failing.inputValue()).toBe('sip_code >= 400 and sip_code = 503')
    await page.getByRole('button', { name: 'Search it all the same' }).click()
    await page.waitForURL(/analysis-5$/)
    expect(await page.getByRole('region', { name: 'Symptoms' }).count()).toBe(0)
  })

  test('is copied as a condition', async () => {
    await open('/monday')
    await finding('Carrier X').first().waitFor()
    await page.keyboard.press('c')
    await page.getByText('Copied: carrier = "Carrier X" and codec = G.729').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'carrier = "Carrier X" and codec = G.729',
    )
  })

  test('tells nothing that a file could smuggle in as markup', async () => {
    const evil = '<b>bold</b> <parts/> {{count}} $t(title)'
    const part = { kind: 'value' as const, column: '<other/>', value: evil }
    await open('/evil', {
      prepare: answering(
        madeAnalysis({ result: madeResult({ findings: [madeFinding({ parts: [part] })] }) }),
      ),
    })
    const words = (await findings().first().innerText()).replaceAll(/\s+/g, ' ')
    expect(words).toContain(`93 of 100 failing records had <other/> ${evil}; 4 of 100 working ones did.`)
  })
})

describe('where nothing is proven', () => {
  test('it is said with what would be needed, and leads are called leads', async () => {
    await open('/quiet')
    await page.getByRole('heading', { name: 'Nothing is provable' }).waitFor()
    await page.getByText(/a pair needs 21 and a triple cannot be proven/).waitFor()
    expect(await findings().allInnerTexts()).toHaveLength(1)
    expect(await findings().first().innerText()).toContain('lead, unproven')
    await page.getByText('Searched in a sample of 2,000,000 of 10,000,000 rows').waitFor()
    await page.getByText('Rows scatter 2.3 times as much as chance alone would').waitFor()
  })

  test('because all records fail, it is said what to add', async () => {
    const { sides } = madeResult()
    const none = { records: 0, rows: 0, from: null, to: null }
    const warnings = [{ kind: 'one-class' as const, column: null, strength: null }]
    await open('/one-class', {
      prepare: answering(
        madeAnalysis({
          id: 'one-class',
          result: madeResult({ sides: { ...sides, working: none, warnings }, findings: [] }),
        }),
      ),
    })
    await page.getByRole('heading', { name: 'Nothing to compare with' }).waitFor()
    await page.getByText('Every record here fails.').waitFor()
    expect(await findings().count()).toBe(0)
  })
})

describe('examples', () => {
  test('stand side by side, with what differs marked, to be copied and saved', async () => {
    await open('/monday')
    const example = page.getByRole('region', { name: 'Example 1' })
    await example.waitFor()
    const rows = await example.getByRole('row').allInnerTexts()
    expect(rows.map((row) => row.replaceAll(/\s+/g, ' ')).slice(1, 4)).toEqual([
      'carrier finding Carrier X Carrier X',
      'codec finding G.729 G.711',
      'start differs Fri, 20 Nov 2026, 11:41:07 Fri, 20 Nov 2026, 11:43:55',
    ])
    await example.getByText('5 fields are the same').waitFor()
    await example.getByRole('button', { name: 'Copy call_id of A' }).click()
    await example.getByText(/^Copied: f81d4fae/).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save for the carrier' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('examples.csv')
    await page.getByText('Saved as examples.csv.').waitFor()
  })
})

describe('the history', () => {
  test('opens an analysis, and renames, pins, attaches and removes it', async () => {
    await open('/quiet/history')
    const list = page.getByRole('list', { name: 'Analyses that were kept' })
    const mine = list.getByRole('listitem').filter({ hasText: 'nothing proven' })
    expect(await list.getByRole('listitem').first().innerText()).toContain('Calls that fail on Monday')

    await choose(beside(), 'What to do with Calls without a second of talk', 'Rename…')
    await page.getByRole('textbox', { name: 'Name' }).fill('Silent calls')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Silent calls' }).waitFor()
    await mine.getByRole('link', { name: 'Silent calls' }).waitFor()

    await page.getByRole('heading', { name: 'Silent calls' }).click()
    await page.keyboard.press('p')
    await mine.getByText('pinned').waitFor()

    await choose(beside(), 'What to do with Silent calls', 'Attach to a case…')
    await page.getByRole('textbox', { name: 'Case number or words of it' }).fill('drop after')
    await page.getByRole('button', { name: 'Attach to case 1013: Calls drop after 32 seconds' }).click()
    await page.getByText('for case 1013').waitFor()

    await choose(beside(), 'What to do with Silent calls', 'Remove…')
    await page.getByRole('button', { name: 'Remove analysis' }).click()
    await page
      .getByRole('heading', { name: 'What do the failing ones share?' })
      .or(page.getByRole('heading', { name: 'Ready to search' }))
      .waitFor()
    await expect.poll(() => page.getByText('Silent calls').count()).toBe(0)
    await page.getByRole('link', { name: 'Calls that fail on Monday' }).click()
    await finding('Carrier X').first().waitFor()
  })

  test('compares two of them', async () => {
    await open('/quiet/history')
    await choose(beside(), 'What to do with Calls that fail on Monday', 'Compare with the one shown')
    const both = page.getByRole('region', { name: 'In both' })
    expect(await both.innerText()).toContain('rate_plan Gold')
    expect(await page.getByRole('region', { name: 'Only in the first' }).innerText()).toContain('nothing')
    const second = page.getByRole('region', { name: 'Only in the second' })
    expect(await second.getByRole('listitem').count()).toBe(2)
  })
})

describe('a fix', () => {
  test('that does not hold stands on the finding and above everything else of its case', async () => {
    await open('/monday')
    await finding('Carrier X').first().waitFor()
    await page.keyboard.press('f')
    await page.getByRole('button', { name: 'Try again on these' }).click()
    const said = 'Reduced, not gone: 22 of 80 with it fail now; before the fix 93 of 97 did.'
    await page.getByRole('dialog').getByText(said).waitFor()
    await page.getByText('The case is told: the fix does not hold.').waitFor()
    await page.getByRole('button', { name: 'Done' }).click()
    await finding(said).waitFor()
    await page.getByRole('link', { name: '1000' }).click()
    const banner = page.getByRole('alert').filter({ hasText: 'Not fixed:' })
    expect((await banner.innerText()).replaceAll(/\s+/g, ' ')).toMatch(
      /^Not fixed: carrier Carrier X and codec G\.729 was tried again, \d\d:\d\d; 22 of 80 with it still fail\./,
    )
    await page.getByRole('region', { name: 'Analyses' }).getByText(said).waitFor()
    await banner.getByRole('link', { name: 'Analysis' }).click()
    await finding(said).waitFor()
  })

  test('that was tried on too few records says how many more are needed', async () => {
    await open('/monday')
    await choose(findings().first(), 'More for finding 1', 'Confirm a fix…')
    await page.getByRole('textbox', { name: 'Only those that meet' }).fill('start >= 2026-11-21T12:00')
    await page.getByRole('button', { name: 'Try again on these' }).click()
    await page
      .getByRole('dialog')
      .getByText(/^Too few to tell: .* 12 more records without failure are needed/)
      .waitFor()
    expect(await page.getByText('The case is told').count()).toBe(0)
  })
})

describe('a case', () => {
  test('leads to its analyses, to its reports, and to a new search for it', async () => {
    await open('/monday')
    await finding('Carrier X').first().waitFor()
    await page.keyboard.press('r')
    await page.getByRole('button', { name: 'Write a report' }).click()
    await beside().getByRole('textbox', { name: 'Title' }).waitFor()
    await page.goto(`${server.url}/#/board/ticket/fake-desk%3A1000`)
    const analyses = page.getByRole('region', { name: 'Analyses' })
    await analyses.getByRole('link', { name: 'Calls over Carrier X with G.729 fail' }).click()
    await beside().getByRole('textbox', { name: 'Title' }).waitFor()
    await page.goto(`${server.url}/#/board/ticket/fake-desk%3A1000`)
    await analyses.getByRole('link', { name: 'Analyse records for this case' }).click()
    await page.getByText('for case 1000').waitFor()
    await page.getByRole('heading', { name: 'What do the failing ones share?' }).waitFor()
    expect(new URL(page.url()).hash).toBe('#/analysis/ticket/fake-desk%3A1000')
  })
})

describe('the screen', () => {
  test('is reached by key, and says what would be here', async () => {
    await open('')
    await page.goto(`${server.url}/#/status`)
    await page.getByRole('heading', { level: 1, name: 'Provider status' }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    await page.getByRole('heading', { name: 'What do the failing ones share?' }).waitFor()
    expect(await beside().innerText()).toContain('A and B stand here once there is a finding.')
  })

  test('says so where an analysis is gone', async () => {
    await open('/never-was')
    await page.getByRole('heading', { name: 'There is no such analysis' }).waitFor()
    expect(await page.getByText('Others are under History.').count()).toBe(1)
  })

  test('lets a viewer look, ask why and copy, and nothing else', async () => {
    await open('/monday', { role: 'viewer' })
    await findings().first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Why finding 1' }).waitFor()
    for (const name of ['Exclude and search again', 'Only within', 'Split by this', 'Match by customer']) {
      expect(await page.getByRole('button', { name }).count()).toBe(0)
    }
    await page.keyboard.press('x')
    expect(await page.getByRole('progressbar').count()).toBe(0)
    await page.getByRole('button', { name: 'More for finding 1' }).click()
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Copy as condition', 'Report'])
  })

  test.each([
    ['dark', 'en'],
    ['light', 'es'],
    ['contrast', 'en'],
  ])('can be read: %s, %s', async (theme, language) => {
    await open('/monday', { theme, language })
    const cards = page.getByRole('list', { name: /^(Findings|Hallazgos), / }).locator('> li')
    await cards.first().waitFor()
    await page.keyboard.press('Enter')
    for (const tab of [1, 2, 0]) {
      await page.getByRole('tab').nth(tab).click()
      await expect.poll(() => lowContrastTexts(page, 'main', 4.5)).toEqual([])
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBe(0)
  })
})
