import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { CaseTable, Dimension } from '../../../shared/commonality/case-table.ts'
import type { Description } from './labelled-case.ts'

// An independent generator and judge, beside the project; it never enters it.
const program = resolve(import.meta.dirname, '../../../../shared/tools/gen_rca.py')

export const otherGeneratorIsThere = existsSync(program)

export interface JudgedScore {
  readonly cases: number
  readonly f1: number
  readonly decoys: number
}

/** Has the other generator make record cases, asks for explanations of each and has its own judge score them. */
export function scoreOnOtherCases(
  settings: { preset: string; cases: number; seed: number; more?: readonly string[] },
  explain: (table: CaseTable) => Description[],
): JudgedScore {
  const folder = mkdtempSync(join(tmpdir(), 'labelled-cases-'))
  try {
    const { preset, cases, seed, more = [] } = settings
    const asked = ['--preset', preset, '--cases', String(cases), '--seed', String(seed), '--out', folder]
    run(['records', ...asked, ...more])
    const truth = join(folder, 'truth.jsonl')
    const lines = readFileSync(truth, 'utf8').trim().split('\n')
    const answers = lines.map((line) => {
      const { case: name }: { case: string } = JSON.parse(line)
      const table = readRecordCase(readFileSync(join(folder, `${name}.csv`), 'utf8'))
      return JSON.stringify({ case: name, explanations: explain(table) })
    })
    const answerFile = join(folder, 'answers.jsonl')
    writeFileSync(answerFile, answers.join('\n'))
    const judged: { cases: number; f1: number; decoys_reported: number } = JSON.parse(
      run(['score', '--truth', truth, '--pred', answerFile]),
    )
    return { cases: judged.cases, f1: judged.f1, decoys: judged.decoys_reported }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(args: readonly string[]): string {
  const done = spawnSync('python3', ['-B', program, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (done.status !== 0) throw new Error(`${program} ${args[0]} ended with ${done.status}: ${done.stderr}`)
  return done.stdout
}

/** A file of single records: attributes, then outcome (ok or failed) and weight. */
export function readRecordCase(text: string): CaseTable {
  const [header = [], ...lines]: string[][] = parse(text)
  const outcome = header.indexOf('outcome')
  const weight = header.indexOf('weight')
  const total = Float64Array.from(lines, (line) => Number(line[weight]))
  return {
    rows: lines.length,
    dimensions: header.flatMap((name, place) =>
      place === outcome || place === weight
        ? []
        : [
            codeColumn(
              name,
              lines.map((line) => line[place] ?? ''),
            ),
          ],
    ),
    failed: Float64Array.from(lines, (line, row) => (line[outcome] === 'failed' ? (total[row] ?? 0) : 0)),
    total,
  }
}

function codeColumn(name: string, texts: readonly string[]): Dimension {
  const places = new Map([['', 0]])
  for (const text of texts) if (!places.has(text)) places.set(text, places.size)
  const codes = Uint32Array.from(texts, (text) => places.get(text) ?? 0)
  return { name, column: name, codes, values: [...places.keys()] }
}
