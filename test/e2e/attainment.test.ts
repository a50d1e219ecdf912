import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createImplementation, type MeridianRouter } from '../../electron/backend/api/implementation.ts'
import type { Attainment, AttainmentRow } from '../../shared/contract/attainment.ts'
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
})
afterEach(async () => {
  await context.close()
  await server.close()
  if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join('\n')}`)
})

const implementation = createImplementation(() => {})
type Handle = Parameters<typeof implementation.attainment.report.handler>[0]

/** Answers reports in the made-up hub's stead. Call before the page connects. */
function answerReports(handle: Handle): void {
  const router: { attainment: MeridianRouter['attainment'] } = server.hub.router
  router.attainment = {
    ...router.attainment,
    report: implementation.attainment.report.handler(handle),
  }
}

function reportOf(rows: Partial<AttainmentRow>[], change: Partial<Attainment> = {}): Attainment {
  const usual = {
    policyId: 'wireless-logic-enterprise',
    severity: 'P1',
    customer: 'Andes Freight',
    month: '2026-06',
    metric: 'first-response',
    met: 0,
    breached: 0,
    excluded: 0,
  }
  return {
    kind: 'result',
    tickets: 60,
    notComputable: 0,
    rows: rows.map((row) => ({ ...usual, ...row })),
    goals: [],
    ...change,
  }
}

const SPAN = 'from=2026-06&to=2026-08&zone=Europe%2FMadrid'

async function open(choice = SPAN): Promise<void> {
  await page.goto(`${server.url}/#/attainment/${choice}`)
}

function words() {
  return page.getByRole('region', { name: 'In words' }).getByRole('paragraph').first()
}

async function choose(field: string, option: string): Promise<void> {
  await page.getByRole('group', { name: 'What is counted' }).getByRole('button', { name: field }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

interface Shown {
  kept: number
  broken: number
  excluded: number
}

/** The figures of the sentence. */
async function figuresInWords(): Promise<Shown> {
  const text = (await words().innerText()).replaceAll(',', '')
  const [, kept, decided] = / (\d+) of (\d+) kept/.exec(text) ?? []
  const broken = Number(/(\d+) broken/.exec(text)?.[1])
  expect(Number(kept) + broken).toBe(Number(decided))
  return { kept: Number(kept), broken, excluded: Number(/(\d+) excluded/.exec(text)?.[1] ?? 0) }
}

/** The same figures, added up from a table's columns for kept, broken and excluded. */
async function figuresInTable(name: string, rows: string): Promise<Shown> {
  const cells = await page
    .getByRole('table', { name, exact: true })
    .locator(rows)
    .evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent ?? '')))
  const sum = (column: number) =>
    cells.reduce((total, line) => total + Number((line[column] ?? '').replaceAll(',', '')), 0)
  return { kept: sum(2), broken: sum(3), excluded: sum(4) }
}

async function expectAgreement(title: string): Promise<Shown> {
  const said = await figuresInWords()
  expect(await figuresInTable(title, 'tbody tr')).toEqual(said)
  expect(await figuresInTable('Contracts', 'tbody tr:first-child')).toEqual(said)
  expect(await figuresInTable('Contracts', 'tbody tr:not(:first-child)')).toEqual(said)
  return said
}

describe('SLA attainment', () => {
  test('words, months and table say the same, whatever is chosen, and the address keeps the choice', async () => {
    await open()
    await words().getByText('First response, all contracts').waitFor()
    const everything = await expectAgreement('First response by month')

    await choose('Customer', 'Casa Verde Energy')
    await words().getByText('Casa Verde Energy').waitFor()
    const customer = await expectAgreement('First response by month')
    expect(customer.kept).toBeLessThan(everything.kept)

    await choose('Severity', 'P3')
    await words().getByText('P3').waitFor()
    const severity = await expectAgreement('First response by month')
    expect(severity.kept).toBeLessThan(customer.kept)

    await choose('Metric', 'Resolution')
    await words().getByText('Resolution').waitFor()
    await expectAgreement('Resolution by month')

    await page.getByRole('button', { name: /^(By severity|Within a contract by)/ }).click()
    await page.getByRole('option', { name: 'By customer' }).click()
    const chosen = await expectAgreement('Resolution by month')

    const address = page.url()
    expect(address).toContain('customer=Casa+Verde+Energy')
    await page.goto('about:blank')
    await page.goto(address)
    await words().getByText('Resolution').waitFor()
    expect(await expectAgreement('Resolution by month')).toEqual(chosen)
    await page.getByRole('rowheader', { name: 'Casa Verde Energy' }).waitFor()
  })

  test('is drawn with axes that say unit and zone, and a goal line where the contract states one', async () => {
    await open(`${SPAN}&metric=resolution`)
    await page.getByText('Month (Europe/Madrid)').waitFor()
    const charts = page.locator('.recharts-wrapper')
    expect(await charts.count()).toBe(2)
    await page.getByText('asks 90 %', { exact: true }).waitFor()
    expect(
      await page
        .locator('svg')
        .getByText(/^Share kept \(/)
        .count(),
    ).toBe(1)
    expect(await page.locator('svg').getByText('Cases', { exact: true }).count()).toBe(1)
    const box = await charts.first().boundingBox()
    if (box === null) throw new Error('The chart is not drawn.')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    const tip = page.locator('.recharts-tooltip-wrapper').filter({ hasText: 'Jul 2026' }).first()
    await tip.getByText('Broken').waitFor()
    // No style element but the one allowed by hash: the content policy forbids the rest and would complain.
    expect(await page.locator('[aria-hidden] .recharts-surface').count()).toBeGreaterThan(1)
  })

  test('a month without decisions is a gap, few cases are counts, the running month is so far', async () => {
    const running = new Date().toISOString().slice(0, 7)
    const from = new Date(Date.UTC(Number(running.slice(0, 4)), Number(running.slice(5)) - 3, 1))
      .toISOString()
      .slice(0, 7)
    answerReports(async function* () {
      yield reportOf([
        { month: from, met: 3, breached: 1 },
        { month: running, met: 19, breached: 1 },
        { month: running, severity: 'P4', met: 3, breached: 0, excluded: 2 },
      ])
    })
    await open(`from=${from}&to=${running}&zone=UTC`)
    const months = page.getByRole('table', { name: 'First response by month' })
    await months.waitFor()
    const lines = (await months.locator('tbody tr').allTextContents()).map((line) => line.replace(/\s/g, ' '))
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('75 % 3 of 4')
    expect(lines[1]).toContain('no case')
    expect(lines[1]).not.toContain('%')
    expect(lines[2]).toContain('so far')
    expect(lines[2]).toContain('95.7 % 22 of 23')
    expect(await words().innerText()).toContain('25 of 27 kept')
    await page.getByText(/ is still running: its figures are those so far\./).waitFor()
    // One point for each month with decisions, and no line over the gap between them.
    await expect.poll(() => page.locator('.recharts-wrapper').first().locator('circle').count()).toBe(2)
    const drawn = await page.locator('.recharts-line-curve').getAttribute('d')
    expect(drawn).not.toMatch(/L/)

    await choose('Severity', 'P4')
    await words().getByText('3 of 3 kept').waitFor()
    expect(await words().innerText()).not.toContain('%')
  })

  test('tells how far it is, and stops when told to', async () => {
    const stopped = Promise.withResolvers<void>()
    let questions = 0
    let told = 0
    answerReports(async function* ({ signal }) {
      questions += 1
      const steps = questions === 1 ? 4_000 : 0
      try {
        for (let done = 0; done < steps; done += 1) {
          signal?.throwIfAborted()
          told = done
          yield { kind: 'progress' as const, done, total: 4_000 }
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
        yield reportOf([{ met: 9, breached: 1 }])
      } finally {
        stopped.resolve()
      }
    })
    await open()
    await page.getByText(/^\d+ of 4,000 tickets$/).waitFor()
    expect(await page.getByRole('progressbar').getAttribute('max')).toBe('4000')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('heading', { name: 'Stopped before it was done' }).waitFor()
    await stopped.promise
    expect(told).toBeLessThan(3_999)
    expect(await page.getByRole('progressbar').count()).toBe(0)
    await page.getByRole('button', { name: 'Compute again' }).click()
    await words().getByText('9 of 10 kept').waitFor()
  })

  test('hands over the CSV of the contract, customer and span', async () => {
    await open(`${SPAN}&customer=Baltic+Meters`)
    await words().getByText('Baltic Meters').waitFor()
    const said = await figuresInWords()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('attainment-2026-06-to-2026-08.csv')
    const text = await readFile(await download.path(), 'utf8')
    const [heading = '', ...lines] = text.trim().split(/\r?\n/)
    const names = heading.split(',')
    const records = lines.map((line) => {
      const cells = line.split(',')
      return new Map(names.map((name, index) => [name, cells[index] ?? '']))
    })
    expect(new Set(records.map((record) => record.get('customer')))).toEqual(new Set(['Baltic Meters']))
    const kept = records
      .filter((record) => record.get('metric') === 'first-response')
      .reduce((total, record) => total + Number(record.get('met')), 0)
    expect(kept).toBe(said.kept)
    await page.getByText('Handed over as attainment-2026-06-to-2026-08.csv.').waitFor()
  })

  test('is worked by the keyboard alone', async () => {
    await page.goto(`${server.url}/#/board`)
    await page.getByRole('grid').waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await words().waitFor()
    // The contract is the first field of the screen; what it offers is chosen with the arrows.
    await page.getByRole('button', { name: 'All contracts Contract' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.type('Del')
    await page.keyboard.press('Enter')
    await words().getByText('Delta Cold Chain').waitFor()

    await page.keyboard.press('t')
    await page.getByRole('button', { name: 'As a chart' }).waitFor()
    expect(await page.locator('.recharts-wrapper').count()).toBe(0)
    await page.keyboard.press('y')
    await page.getByRole('rowheader', { name: 'Delta Cold Chain' }).waitFor()
    await page.keyboard.press('y')

    const broken = page.getByRole('columnheader', { name: 'Broken' }).last()
    await broken.getByRole('button').focus()
    await page.keyboard.press('Enter')
    expect(await broken.getAttribute('aria-sort')).toBe('descending')
    const counts = await page
      .getByRole('table', { name: 'Contracts' })
      .locator('tbody tr:not(:first-child) td:nth-child(4)')
      .allTextContents()
    expect(counts.map(Number)).toEqual(counts.map(Number).sort((left, right) => right - left))
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('d')])
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
  })

  test('says where nothing was decided, and where nothing fits the choice', async () => {
    answerReports(async function* ({ input }) {
      yield input.from === '2026-06' ? reportOf([{ met: 8 }, { severity: 'P2', met: 1 }]) : reportOf([])
    })
    await open('from=2025-01&to=2025-02&zone=UTC')
    await page.getByRole('heading', { name: 'No promise was decided in these months' }).waitFor()
    await open(`${SPAN}&metric=call-back`)
    await page.getByRole('heading', { name: 'No promise was decided for this choice' }).waitFor()
    await page.getByRole('button', { name: 'Show everything' }).click()
    await words().getByText('9 of 9 kept').waitFor()
    expect(await words().innerText()).toBe(
      'First response, all contracts, P1–P2, Jun–Aug 2026: 9 of 9 kept, 100\u00A0%; 0 broken.',
    )
  })

  test('says how many tickets are in no share, and leads to what may be wrong', async () => {
    answerReports(async function* () {
      yield reportOf([{ met: 8, breached: 1 }], { notComputable: 3 })
    })
    await open()
    await page.getByText('3 tickets created in these months have a clock that cannot be computed').waitFor()
    await page.getByRole('link', { name: 'Settings, contracts' }).click()
    await page.getByRole('heading', { name: 'Which contract runs which ticket' }).waitFor()
    expect(new URL(page.url()).hash).toBe('#/settings/contracts')
  })

  test('a failure is one sentence and can be tried again', async () => {
    let questions = 0
    answerReports(async function* ({ errors }) {
      questions += 1
      if (questions === 1) throw errors.REFUSED({ data: { place: 'to', reason: 'too long ago' } })
      yield reportOf([{ met: 8, breached: 1 }])
    })
    await open()
    await page.getByRole('alert').getByText('to: too long ago').waitFor()
    await page.getByRole('button', { name: 'Compute again' }).click()
    await words().getByText('8 of 9 kept').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  test('the drawing code is fetched with this screen only', async () => {
    const scripts: string[] = []
    page.on('request', (request) => scripts.push(request.url()))
    await page.goto(`${server.url}/#/board`)
    await page.getByRole('grid').waitFor()
    expect(scripts.filter((url) => url.includes('attainment'))).toEqual([])
    await open()
    await page.locator('.recharts-wrapper').first().waitFor()
    expect(scripts.filter((url) => url.includes('attainment-chart'))).not.toEqual([])
  })
})
