import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram } from '../../electron/cli/paths.ts'
import { buildWhenStale } from '../../electron/cli/start/build.ts'
import type { BenchResult } from './bench-result.ts'
import { fillDatabase } from './start-database.ts'

export const name = 'start'

const TICKETS = 100_000
const OPEN = 5_000
const RUNS = 5
const EMPTY_SERVER = `
  const server = require('node:http').createServer((request, response) => response.end('[]'))
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'))
`

interface Start {
  readonly milliseconds: number
  readonly megabytes: number
}

/** From the spawn of `meridian serve`, as it is installed, to a whole answered board of 5,000 rows. */
export async function run(): Promise<BenchResult[]> {
  const program = findProgram()
  buildWhenStale(program)
  const data = mkdtempSync(join(tmpdir(), 'meridian-bench-'))
  try {
    fillDatabase(data, { tickets: TICKETS, open: OPEN })
    const serve = [program.builtCli, 'serve', '--port', '0', '--data-dir', data]
    const starts = await repeat(() => start(serve, 'api/board', OPEN))
    const empty = await repeat(() => start(['-e', EMPTY_SERVER], '', 0))
    return [
      result(
        'serve start to answered board',
        'ms',
        1500,
        median(starts, 'milliseconds'),
        median(empty, 'milliseconds'),
      ),
      result('resident memory after it', 'MB', 250, median(starts, 'megabytes'), median(empty, 'megabytes')),
    ]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

function result(what: string, unit: string, goal: number, value: number, baselineValue: number): BenchResult {
  return {
    name: `${what} (${TICKETS} tickets, ${OPEN} open)`,
    value,
    unit,
    baseline: 'an empty node:http server',
    baselineValue,
    ratio: value / baselineValue,
    goal: `under ${goal} ${unit}`,
    met: value < goal,
  }
}

async function repeat(once: () => Promise<Start>): Promise<Start[]> {
  const starts: Start[] = []
  for (let turn = 0; turn < RUNS; turn += 1) starts.push(await once())
  return starts
}

function median(starts: readonly Start[], what: keyof Start): number {
  const sorted = starts.map((each) => each[what]).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Starts a server that prints its address, asks it once, and ends it. Throws when the answer is not `rows` long. */
async function start(args: readonly string[], path: string, rows: number): Promise<Start> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const answer = await fetch(new URL(path, await addressOf(child)))
    const body: unknown = await answer.json()
    const milliseconds = performance.now() - startedAt
    const found = rowsOf(body)
    if (found !== rows) throw new Error(`The board has ${found} rows, not ${rows}.`)
    return { milliseconds, megabytes: residentMegabytes(child) }
  } finally {
    child.kill()
    await ended
  }
}

function rowsOf(body: unknown): number {
  if (Array.isArray(body)) return body.length
  if (typeof body !== 'object' || body === null || !('rows' in body) || !Array.isArray(body.rows)) return -1
  return body.rows.length
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  let text = ''
  for await (const chunk of stdout ?? []) {
    text += String(chunk)
    const address = /https?:\/\/[\d.:]+\//.exec(text)
    if (address !== null) return address[0]
  }
  throw new Error(`The server ended without saying where it serves: ${text}`)
}

function residentMegabytes({ pid }: ChildProcess): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(stdout.trim()) / 1024
}
