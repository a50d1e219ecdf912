import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newPath, type PlainFile } from './plain-file.ts'

/** Whether lines end in different ways; a line end in a quoted value counts, and does no harm. */
export function hasMixedLineEnds(text: string): boolean {
  const kinds = [/\r\n/.test(text), /(?<!\r)\n/.test(text), /\r(?!\n)(?!$)/.test(text)]
  return kinds.filter(Boolean).length > 1
}

/** A copy in which every line ends with a line feed: DuckDB takes one kind of line end in a file. */
export async function withLineFeeds(
  file: PlainFile,
  workDirectory: string,
  signal?: AbortSignal,
): Promise<PlainFile> {
  const target = newPath(workDirectory, 'lines')
  async function* converted(): AsyncIterable<string> {
    let held = ''
    const input = createReadStream(file.path, { encoding: 'utf8', highWaterMark: 1024 * 1024, signal })
    for await (const chunk of input) {
      const text = held + String(chunk)
      // A carriage return at the end may be the first half of a line end.
      held = text.endsWith('\r') ? '\r' : ''
      yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n')
    }
    if (held !== '') yield '\n'
  }
  await pipeline(Readable.from(converted()), createWriteStream(target), { signal })
  return { ...file, path: target }
}
