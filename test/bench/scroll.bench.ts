import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright'
import { findProgram } from '../../electron/cli/paths.ts'
import { buildWhenStale } from '../../electron/cli/start/build.ts'
import { fakeRow } from '../fakes/fake-board.ts'
import { launchBrowser } from '../support/browser.ts'
import { startPageServer } from '../support/page-server.ts'
import type { BenchResult } from './bench-result.ts'
import { busyShare, longestTask } from './main-thread.ts'
import { firstLoadBytes } from './page-load.ts'

export const name = 'scroll'

const MANY = 5_000
const FEW = 60
const REST_MS = 10_000
const ROUNDS = 3
/** Ten rows with every frame: fifteen thousand pixels a second. */
const WHEEL_STEP = 240
const KILOBYTE = 1_000

interface Measured {
  readonly longestTaskMs: number
  readonly busyPercent: number
}

/** The board in a real browser with five thousand cases, beside the same board with sixty. */
export async function run(): Promise<BenchResult[]> {
  const program = findProgram()
  buildWhenStale(program)
  const browser = await launchBrowser()
  try {
    const few = await measure(browser, FEW)
    const many = await measure(browser, MANY)
    const script = firstLoadBytes(join(program.renderer, 'index.html')) / KILOBYTE
    return [
      result(`longest task while scrolling ${MANY} rows`, 'ms', 50, many.longestTaskMs, few.longestTaskMs),
      result(`main thread at rest with ${MANY} rows`, '%', 3, many.busyPercent, few.busyPercent),
      {
        ...result('first-load script', 'kB gzip', 350, script, reactDomBytes() / KILOBYTE),
        baseline: 'react-dom alone, not minified',
      },
    ]
  } finally {
    await browser.close()
  }
}

function result(what: string, unit: string, goal: number, value: number, baselineValue: number): BenchResult {
  return {
    name: what,
    value,
    unit,
    baseline: `the same board with ${FEW} rows`,
    baselineValue,
    ratio: value / baselineValue,
    goal: `under ${goal} ${unit}`,
    met: value < goal,
  }
}

async function measure(browser: Browser, rows: number): Promise<Measured> {
  const server = await startPageServer()
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  try {
    const now = Date.now()
    server.hub.board.set(Array.from({ length: rows }, (_, index) => fakeRow(index, now)))
    await page.goto(server.url)
    await page.locator(`[role="grid"][aria-rowcount="${rows + 1}"]`).waitFor()
    // Fonts, first queries and the like are over: what follows is scrolling, then rest.
    await page.waitForTimeout(2_000)
    const rounds: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push(await longestTask(browser, page, () => scrollThrough(page)))
    }
    // The worst task of the calmest round: what the page needs, without what else this machine did meanwhile.
    const longestTaskMs = Math.min(...rounds)
    await page.waitForTimeout(1_000)
    return { longestTaskMs, busyPercent: await busyShare(page, REST_MS) }
  } finally {
    await page.close()
    await server.close()
  }
}

/** A hand on the wheel, then the jumps of the End and Home keys. */
async function scrollThrough(page: Page): Promise<void> {
  await page.mouse.move(960, 600)
  for (let turn = 0; turn < 120; turn += 1) {
    await page.mouse.wheel(0, turn < 90 ? WHEEL_STEP : -3 * WHEEL_STEP)
    await page.waitForTimeout(16)
  }
  await page.getByRole('grid').focus()
  await page.keyboard.press('End')
  await page.waitForTimeout(200)
  await page.keyboard.press('Home')
  await page.waitForTimeout(200)
}

function reactDomBytes(): number {
  const folder = dirname(createRequire(import.meta.url).resolve('react-dom/package.json'))
  return gzipSync(readFileSync(join(folder, 'cjs/react-dom-client.production.js'))).length
}
