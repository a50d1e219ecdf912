import { SourceFault } from '../source-fault.ts'
import { csvRows } from './csv-rows.ts'
import { jsonRows, lineRows } from './json-rows.ts'
import type { Row } from './row.ts'
import { textOf, type FileBytes } from './text-of-file.ts'

const HEAD_LENGTH = 64 * 1024

/** The records of a CSV, JSON or NDJSON file, told apart by what stands in it. Throws SourceFault. */
export async function* rowsOf(file: FileBytes): AsyncIterable<Row> {
  const text = textOf(file)[Symbol.asyncIterator]()
  const head = await headOf(text)
  if (head.trim() === '') throw new SourceFault('file-unreadable', 'the file is empty')
  const whole = joined(head, text)
  switch (formatOf(head)) {
    case 'json':
      yield* jsonRows(whole)
      return
    case 'ndjson':
      yield* lineRows(whole)
      return
    case 'csv':
      yield* csvRows(whole, head)
  }
}

async function headOf(text: AsyncIterator<string>): Promise<string> {
  let head = ''
  while (head.length < HEAD_LENGTH) {
    const next = await text.next()
    if (next.done === true) break
    head += next.value
  }
  return head
}

async function* joined(head: string, rest: AsyncIterator<string>): AsyncIterable<string> {
  try {
    yield head
    for (;;) {
      const next = await rest.next()
      if (next.done === true) return
      yield next.value
    }
  } finally {
    await rest.return?.()
  }
}

function formatOf(head: string): 'csv' | 'json' | 'ndjson' {
  const start = head.trimStart()
  if (start.startsWith('[')) return 'json'
  if (!start.startsWith('{')) return 'csv'
  const firstLine = start.split('\n', 1)[0] ?? ''
  return firstLine.trimEnd().endsWith('}') && !isTicketsObject(firstLine) ? 'ndjson' : 'json'
}

/** `{"tickets": […]}` on one line is a JSON file, not a line of NDJSON. */
function isTicketsObject(line: string): boolean {
  return /^\{\s*"(tickets|events)"\s*:\s*\[/.test(line)
}
