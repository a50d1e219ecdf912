import * as z from 'zod'
import type { Refusal } from '../../../../shared/records/source.ts'
import { SourceFault } from '../source-fault.ts'
import { PAGE_SIZE, type Parameters, type RtApi } from './api.ts'
import { listedTicket, rtTicket, type ListedTicket, type RtTicket } from './answers.ts'
import { inQueues, withIds } from './queries.ts'

/** How many tickets are read in full at once: their ids go into the address of the request. */
export const BATCH_SIZE = 50

const DETAIL_FIELDS: Parameters = [
  ['fields', 'Subject,Status,Priority,Queue,Owner,Requestor,CustomFields,Created,LastUpdated,Due'],
  ['fields[Queue]', 'Name'],
  ['fields[Requestor]', 'EmailAddress'],
]

type NewRefusal = Omit<Refusal, 'at'>

export interface TicketsRead {
  readonly tickets: readonly RtTicket[]
  readonly refusals: readonly NewRefusal[]
}

/** Ids and times of the tickets in scope, newest change first, page by page. */
export async function* listNewestFirst(
  api: RtApi,
  queues: readonly string[],
): AsyncIterable<readonly ListedTicket[]> {
  const order: Parameters = [
    ['orderby', 'LastUpdated'],
    ['order', 'DESC'],
    ['orderby', 'id'],
    ['order', 'DESC'],
  ]
  for await (const { items } of api.pages('/tickets', listedTicket, listing(inQueues(queues), order), {
    hides: true,
  })) {
    yield items
  }
}

/**
 * The next tickets in scope by number. Walking by number misses nothing while tickets change, which walking by page
 * would: a ticket that moves up in the list pushes another one over the page break.
 */
export async function listByNumber(
  api: RtApi,
  queues: readonly string[],
  after: string,
): Promise<{ items: readonly ListedTicket[]; total: number | null }> {
  const query = `${inQueues(queues)} AND id > ${after}`
  for await (const page of api.pages('/tickets', listedTicket, listing(query, [['orderby', 'id']]))) {
    // Something in between that answers every question alike would keep us walking for ever.
    if (page.items.some(({ id }) => Number(id) <= Number(after))) {
      throw new SourceFault(
        'not-the-expected-source',
        `asked for tickets after ${after} it gives earlier ones`,
      )
    }
    return page
  }
  return { items: [], total: 0 }
}

function listing(query: string, order: Parameters): Parameters {
  return [['query', query], ['fields', 'LastUpdated'], ...order]
}

/**
 * Those of the tickets that are in scope now, in full. A ticket that is too large to be read or does not look like
 * one becomes a refusal; the others come all the same.
 */
export async function readTickets(
  api: RtApi,
  queues: readonly string[],
  ids: readonly string[],
): Promise<TicketsRead> {
  if (ids.length === 0) return { tickets: [], refusals: [] }
  if (ids.length > PAGE_SIZE) throw new RangeError('more tickets at once than RT gives on a page')
  const query = `${inQueues(queues)} AND ${withIds('id', ids)}`
  const raw: unknown[] = []
  try {
    for await (const page of api.pages('/tickets', z.unknown(), [['query', query], ...DETAIL_FIELDS])) {
      raw.push(...page.items)
    }
  } catch (error) {
    if (!(error instanceof SourceFault) || error.code !== 'too-large') throw error
    return await readInHalves(api, queues, ids, error)
  }
  const parsed = raw.map((item) => ({ item, result: rtTicket.safeParse(item) }))
  return {
    tickets: parsed.flatMap(({ result }) => (result.success ? [result.data] : [])),
    refusals: parsed.flatMap(({ item, result }) =>
      result.success ? [] : [unlikeTicket(item, result.error)],
    ),
  }
}

async function readInHalves(
  api: RtApi,
  queues: readonly string[],
  ids: readonly string[],
  error: SourceFault,
): Promise<TicketsRead> {
  if (ids.length === 1) {
    return { tickets: [], refusals: [{ place: `ticket ${ids[0]}`, reason: `too large: ${error.detail}` }] }
  }
  const middle = Math.ceil(ids.length / 2)
  const first = await readTickets(api, queues, ids.slice(0, middle))
  const second = await readTickets(api, queues, ids.slice(middle))
  return {
    tickets: [...first.tickets, ...second.tickets],
    refusals: [...first.refusals, ...second.refusals],
  }
}

function unlikeTicket(item: unknown, error: z.ZodError): NewRefusal {
  const head = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(item)
  const issue = error.issues[0]
  return {
    place: `ticket ${head.success ? head.data.id : 'without a number'}`,
    reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a ticket'}`,
  }
}
