import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createRouterClient } from '@orpc/server'
import { createBackend, type Backend } from '../../electron/backend/backend.ts'
import { createTimekeeper } from '../../electron/backend/time/timekeeper.ts'
import type { BenchResult } from './bench-result.ts'
import { fillDatabase } from './start-database.ts'

export const name = 'attainment'

const TICKETS = 100_000
/** Reading is the dear part: deriving and counting may cost twice as much again and no more. */
const GOAL_RATIO = 3
const LONGEST_BLOCK_GOAL_MS = 50

/** The attainment of a year over 100,000 tickets, asked through the api, beside only reading them from the store. */
export async function run(): Promise<BenchResult[]> {
  const directory = mkdtempSync(join(tmpdir(), 'meridian-bench-'))
  fillDatabase(directory, { tickets: TICKETS, open: 5_000 })
  const backend = await createBackend({
    dataDirectory: directory,
    resourcesDirectory: join(import.meta.dirname, '../../resources'),
    timekeeper: createTimekeeper(),
    secretKeeper: { seal: async (text) => text, open: async (text) => text },
    connectors: new Map(),
    http: { request: () => Promise.reject(new Error('nothing is asked in a bench')) },
    version: '0.0.0',
    demo: null,
    log: () => {},
  })
  try {
    // Once for the machine to warm up, once to be measured.
    await timeOfReport(backend)
    const reading = timeOfReading(backend)
    const report = await timeOfReport(backend)
    return [
      {
        name: `attainment of a year over ${TICKETS} tickets`,
        value: report.ms,
        unit: 'ms',
        baseline: 'reading the same tickets with their events from the store',
        baselineValue: reading,
        ratio: report.ms / reading,
        goal: `under ${GOAL_RATIO} times`,
        met: report.ms < GOAL_RATIO * reading,
      },
      {
        name: 'longest time in which nobody else had their turn meanwhile',
        value: report.longestBlockMs,
        unit: 'ms',
        baseline: 'the goal itself',
        baselineValue: LONGEST_BLOCK_GOAL_MS,
        ratio: report.longestBlockMs / LONGEST_BLOCK_GOAL_MS,
        goal: `under ${LONGEST_BLOCK_GOAL_MS} ms`,
        met: report.longestBlockMs < LONGEST_BLOCK_GOAL_MS,
      },
    ]
  } finally {
    await backend.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

function timeOfReading({ store }: Backend): number {
  const startedAt = performance.now()
  let read = 0
  for (const slice of store.tickets.createdBetween(0, Date.now(), 1_000)) read += slice.length
  if (read !== TICKETS) throw new Error(`${read} tickets were read, not ${TICKETS}`)
  return performance.now() - startedAt
}

async function timeOfReport(backend: Backend): Promise<{ ms: number; longestBlockMs: number }> {
  const caller = { name: 'bench', role: 'viewer', via: 'loopback' } as const
  const client = createRouterClient(backend.router, { context: { caller } })
  const blocks = watchBlocks()
  const startedAt = performance.now()
  for await (const item of await client.attainment.report({
    ...lastTwelveMonths(),
    timeZone: 'Europe/Madrid',
    policyId: null,
    customer: null,
  })) {
    if (item.kind === 'result' && item.rows.length === 0) throw new Error('the report is empty')
  }
  const ms = performance.now() - startedAt
  return { ms, longestBlockMs: await blocks.end() }
}

function lastTwelveMonths(): { from: string; to: string } {
  const now = new Date()
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 11, 1))
  return { from: first.toISOString().slice(0, 7), to: now.toISOString().slice(0, 7) }
}

/**
 * The longest work between two turns of a timer of a millisecond: what a page's request would have had to wait.
 * Processor time, because on a busy machine the clock on the wall also counts the work of others.
 */
function watchBlocks(): { end(): Promise<number> } {
  let last = process.threadCpuUsage()
  let longest = 0
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last)
    longest = Math.max(longest, (user + system) / 1_000)
    last = process.threadCpuUsage()
  }, 1)
  return {
    async end() {
      await wait(5)
      clearInterval(timer)
      return longest
    },
  }
}
