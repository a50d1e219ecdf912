import * as z from 'zod'
import { SourceFault } from '../source-fault.ts'
import { LONGEST_RECORD, refusedRow, rowOf, type Row } from './row.ts'

/** JSON has to be held in memory to be understood; NDJSON has not. In characters. */
const LONGEST_JSON = 64 * 1024 * 1024

const record = z.record(z.string(), z.unknown())
const document = z.union([
  z.array(z.unknown()).transform((tickets) => ({ tickets, events: [] as unknown[] })),
  z.object({ tickets: z.array(z.unknown()).default([]), events: z.array(z.unknown()).default([]) }),
])

/** `[…]`, or `{ "tickets": […], "events": […] }`. */
export async function* jsonRows(text: AsyncIterable<string>): AsyncIterable<Row> {
  let whole = ''
  for await (const piece of text) {
    whole += piece
    if (whole.length > LONGEST_JSON) {
      throw new SourceFault('too-large', 'a JSON file over 64 MB; write one object per line (NDJSON) instead')
    }
  }
  const { tickets, events } = parseDocument(whole)
  yield { kind: 'columns', names: namesIn([...tickets, ...events], events.length > 0) }
  for (const [index, value] of tickets.entries()) yield objectRow(value, `tickets[${index}]`)
  for (const [index, value] of events.entries())
    yield objectRow(value, `events[${index}]`, { record: 'event' })
}

function namesIn(objects: readonly unknown[], hasEvents: boolean): string[] {
  const names = new Set(hasEvents ? ['record'] : [])
  for (const object of objects) {
    if (typeof object === 'object' && object !== null) for (const name of Object.keys(object)) names.add(name)
  }
  return [...names]
}

function parseDocument(text: string): z.infer<typeof document> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 120) : 'not JSON'
    throw new SourceFault('file-unreadable', `not well-formed JSON: ${detail}`, { cause: error })
  }
  const result = document.safeParse(value)
  if (result.success) return result.data
  throw new SourceFault(
    'file-unreadable',
    'neither a list of tickets nor an object with "tickets" and "events"',
  )
}

/** One object per line. */
export async function* lineRows(text: AsyncIterable<string>): AsyncIterable<Row> {
  let number = 0
  let rest = ''
  let isSkipping = false
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      number += 1
      if (isSkipping) isSkipping = false
      else yield* lineRow(line, number)
    }
    if (rest.length > LONGEST_RECORD) {
      if (!isSkipping) yield refusedRow(`line ${number + 1}`, 'is longer than any record')
      isSkipping = true
      rest = ''
    }
  }
  if (!isSkipping) yield* lineRow(rest, number + 1)
}

function* lineRow(line: string, number: number): Generator<Row> {
  if (line.trim() === '') return
  try {
    yield objectRow(JSON.parse(line), `line ${number}`)
  } catch {
    yield refusedRow(`line ${number}`, 'is not well-formed JSON')
  }
}

function objectRow(value: unknown, place: string, more: Readonly<Record<string, unknown>> = {}): Row {
  const result = record.safeParse(value)
  if (!result.success || Array.isArray(value)) return refusedRow(place, 'is not an object')
  return rowOf(place, { ...more, ...result.data })
}
