import type { Refusal } from '../../../../shared/records/source.ts'
import type { TicketBatchEntry } from '../connector.ts'
import type { RtApi } from './api.ts'
import { rtQueue, rtTransaction, type RtTicket, type RtTransaction } from './answers.ts'
import { eventsOf } from './events.ts'
import { createPeople } from './people.ts'
import { historyOf } from './queries.ts'
import type { RequestTrackerConfig } from './settings.ts'
import { readTexts } from './texts.ts'
import { mapTicket } from './ticket-record.ts'
import { readTickets } from './tickets.ts'

export interface EntriesRead {
  readonly entries: readonly TicketBatchEntry[]
  /** The same tickets as RT gave them. */
  readonly raw: ReadonlyMap<string, RtTicket>
  readonly refusals: readonly Omit<Refusal, 'at'>[]
}

/** Reads tickets with their whole history: repeats are keyed, so nothing is gained by guessing what is new. */
export type ReadEntries = (ids: readonly string[]) => Promise<EntriesRead>

/** Keeps people and queues for the length of one run. */
export async function createEntryReader(api: RtApi, config: RequestTrackerConfig): Promise<ReadEntries> {
  const people = createPeople(api, config.mnoSenders)
  const queueNames = new Map((await readQueues(api)).map(({ id, Name }) => [id, Name]))

  return async (ids) => {
    const { tickets, refusals } = await readTickets(api, config.queues, ids)
    const histories = await readHistories(
      api,
      tickets.map(({ id }) => id),
    )
    const transactions = [...histories.values()].flat()
    await people.meet(transactions.flatMap(namesIn))
    const texts = await readTexts(api, transactions)
    const mapped = tickets.map((ticket) => ({ ticket, result: mapTicket(ticket, config) }))
    const entries = mapped.flatMap(({ ticket, result }): TicketBatchEntry[] => {
      if (result.ticket === null) return []
      const history = histories.get(ticket.id) ?? []
      const context = { ticket, history, texts: texts.byTransaction, people, queueNames, config }
      return [{ ticket: result.ticket, events: eventsOf(context) }]
    })
    return {
      entries,
      raw: new Map(tickets.map((ticket) => [ticket.id, ticket])),
      refusals: [...refusals, ...texts.refusals, ...mapped.flatMap(({ result }) => result.refusals)],
    }
  }
}

export async function readQueues(api: RtApi): Promise<{ id: string; Name: string }[]> {
  const queues: { id: string; Name: string }[] = []
  for await (const { items } of api.pages('/queues/all', rtQueue, [['fields', 'Name']])) queues.push(...items)
  return queues
}

/** Transactions by ticket, oldest first. */
async function readHistories(api: RtApi, tickets: readonly string[]): Promise<Map<string, RtTransaction[]>> {
  const histories = new Map<string, RtTransaction[]>()
  if (tickets.length === 0) return histories
  const parameters = [
    ['query', historyOf(tickets)],
    ['fields', 'Type,ObjectId,Creator,Created,Field,OldValue,NewValue'],
    ['orderby', 'id'],
  ] as const
  for await (const { items } of api.pages('/transactions', rtTransaction, parameters, { hides: true })) {
    for (const transaction of items) {
      const history = histories.get(transaction.ObjectId) ?? []
      history.push(transaction)
      histories.set(transaction.ObjectId, history)
    }
  }
  return histories
}

/** Who acted, and whom an owner change names by number. */
function namesIn(transaction: RtTransaction): string[] {
  const owners = transaction.Field === 'Owner' ? [transaction.OldValue ?? '', transaction.NewValue ?? ''] : []
  return [transaction.Creator.id, ...owners]
}
