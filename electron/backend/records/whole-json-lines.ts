import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { RecordRefusal } from '../../../shared/records/record-set.ts'
import { newPath, type PlainFile } from './plain-file.ts'
import { RecordProblem } from './record-problem.ts'
import { MOST_NAMED_REFUSALS } from './record-source.ts'
import { tooManyRefused } from './refused-rows.ts'

export interface WholeLines {
  readonly path: string
  readonly refusals: readonly RecordRefusal[]
  readonly refusalCount: number
}

/** A copy of a file of JSON lines without those that are none. Throws RecordProblem where they are too many. */
export async function withoutBrokenLines(
  { name, path }: PlainFile,
  workDirectory: string,
  signal?: AbortSignal,
): Promise<WholeLines> {
  const target = newPath(workDirectory, 'ndjson')
  const refusals: RecordRefusal[] = []
  let refusalCount = 0
  let rows = 0
  async function* wholeLines(): AsyncIterable<string> {
    let line = 0
    for await (const text of createInterface({
      input: createReadStream(path),
      crlfDelay: Infinity,
      signal,
    })) {
      line += 1
      if (text.trim() === '') continue
      const reason = faultOf(text)
      if (reason === null) {
        rows += 1
        yield `${text}\n`
        continue
      }
      refusalCount += 1
      if (refusals.length < MOST_NAMED_REFUSALS) refusals.push({ file: name, line, reason })
    }
  }
  await pipeline(Readable.from(wholeLines()), createWriteStream(target), { signal })
  if (tooManyRefused(refusalCount, rows)) {
    const { line, reason } = refusals[0] ?? { line: null, reason: 'no line is JSON' }
    throw new RecordProblem(
      'broken',
      `${name}, line ${line}: ${reason}, and so are ${refusalCount - 1} other lines. Export it again.`,
      { file: name, ...(line === null ? {} : { line }) },
    )
  }
  return { path: target, refusals, refusalCount }
}

function faultOf(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return null
    return 'this is no object'
  } catch {
    return 'this is no JSON'
  }
}
