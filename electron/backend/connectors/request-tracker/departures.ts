import type { TicketAbsence } from '../../../../shared/records/ticket.ts'
import type { TicketPage } from '../connector.ts'
import { PAGE_SIZE, type RtApi } from './api.ts'
import { listedTicket, rtTransaction, type RtTransaction } from './answers.ts'
import { departuresAfter, inQueues, withIds } from './queries.ts'

const FIELDS = ['fields', 'Type,ObjectId,Creator,Created,Field,OldValue,NewValue'] as const

export interface Departures {
  readonly absent: TicketPage['absent']
  /** Number of the last transaction looked at. */
  readonly last: string
}

/** Number of the newest transaction that took a ticket out of sight; "0" where there is none. */
export async function lastDeparture(api: RtApi): Promise<string> {
  const parameters = [['query', departuresAfter('0')], FIELDS, ['orderby', 'id'], ['order', 'DESC']] as const
  for await (const { items } of api.pages('/transactions', rtTransaction, parameters, { hides: true })) {
    return items[0]?.id ?? '0'
  }
  return '0'
}

/**
 * Tickets that were moved, merged or deleted since: RT leaves them out of every list, so only their transactions
 * tell at once. What these cannot show (a queue we may not see) is left to the sweep.
 */
export async function readDepartures(
  api: RtApi,
  queues: readonly string[],
  after: string,
): Promise<Departures> {
  const absences = new Map<string, TicketAbsence>()
  let last = after
  const parameters = [['query', departuresAfter(after)], FIELDS, ['orderby', 'id']] as const
  for await (const { items } of api.pages('/transactions', rtTransaction, parameters, { hides: true })) {
    for (const transaction of items) {
      last = transaction.id
      const absence = absenceBy(transaction)
      if (absence !== null) absences.set(transaction.ObjectId, absence)
    }
  }
  // Whoever came back meanwhile, or moved between two queues we read, is listed.
  const present = await idsInScope(api, queues, [...absences.keys()])
  const absent = [...absences].filter(([id]) => !present.has(id))
  return { absent: absent.map(([externalId, absence]) => ({ externalId, absence })), last }
}

function absenceBy({ Type, ObjectId, NewValue }: RtTransaction): TicketAbsence | null {
  if (Type === 'Set') return 'out-of-scope'
  if (Type === 'Status') return 'deleted'
  // RT writes the link on the ticket that stays too.
  return NewValue?.endsWith(`/ticket/${ObjectId}`) === true ? null : 'merged'
}

async function idsInScope(
  api: RtApi,
  queues: readonly string[],
  ids: readonly string[],
): Promise<Set<string>> {
  const present = new Set<string>()
  for (let from = 0; from < ids.length; from += PAGE_SIZE / 2) {
    const query = `${inQueues(queues)} AND ${withIds('id', ids.slice(from, from + PAGE_SIZE / 2))}`
    const parameters = [
      ['query', query],
      ['fields', 'LastUpdated'],
    ] as const
    for await (const { items } of api.pages('/tickets', listedTicket, parameters)) {
      for (const { id } of items) present.add(id)
    }
  }
  return present
}
