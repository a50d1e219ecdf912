import { written } from '../../../shared/commonality/condition/build-condition.ts'
import type { Condition } from '../../../shared/commonality/condition/condition.ts'
import { writeCondition } from '../../../shared/commonality/condition/write-condition.ts'
import type { OpenRecordSet } from '../records/record-sets.ts'
import type { TicketWithEvents } from '../store/store.ts'

export interface NamedRecords {
  /** Null where none of the tickets' identifiers is among the records. */
  readonly condition: string | null
  readonly records: number
  /** Identifiers that were found among the records. */
  readonly identifiers: number
}

/** A Call-ID, ICCID, IMSI, IMEI, EID or telephone number is no shorter. */
const LEAST_CHARACTERS = 7

/** What a ticket can name without being a list of its own: a condition takes as many. */
const MOST_TEXTS = 10_000

/**
 * Records whose identifiers stand in the tickets: in subject, fields or what was written. Whatever looks like an
 * identifier is looked up; only what the records have counts, so nothing has to be known of its form.
 */
export async function namedByTickets(
  set: OpenRecordSet,
  tickets: readonly TicketWithEvents[],
): Promise<NamedRecords> {
  const texts = [...new Set(tickets.flatMap(textsOf).flatMap(candidatesIn))].slice(0, MOST_TEXTS)
  const columns = set.recordSet.columns.filter(({ kind }) => kind === 'identifier' || kind === 'digits')
  const parts: Condition[] = []
  let [records, identifiers] = [0, 0]
  for (const { name } of columns) {
    const found = await set.matchingValues(name, texts)
    if (found.length === 0) continue
    records += found.reduce((sum, value) => sum + value.records, 0)
    identifiers += found.length
    parts.push({
      kind: 'in',
      column: written(name),
      negated: false,
      values: found.map(({ value }) => written(value)),
    })
  }
  const [first] = parts
  if (first === undefined) return { condition: null, records: 0, identifiers: 0 }
  const condition: Condition = parts.length === 1 ? first : { kind: 'or', parts }
  return { condition: writeCondition(condition), records, identifiers }
}

function textsOf({ ticket, events }: TicketWithEvents): string[] {
  return [
    ticket.subject,
    ...Object.values(ticket.fields),
    ...events.map(({ event }) => ('text' in event && typeof event.text === 'string' ? event.text : '')),
  ]
}

/** Words with a digit, as they stand and without what people put between digits. */
function candidatesIn(text: string): string[] {
  const words = text.split(/[\s,;"'<>()[\]{}|]+/).map((word) => word.replace(/[.:!?]+$/, ''))
  const numbers = text.match(/\+?\d[\d .\-/]{5,40}\d/g) ?? []
  return [...words, ...numbers.map((number) => number.replace(/[ .\-/]/g, ''))].filter(
    (word) => word.length >= LEAST_CHARACTERS && /\d/.test(word),
  )
}
