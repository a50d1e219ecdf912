import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import type { RequestTracker } from '../../servers/request-tracker.ts'

/** A Request Tracker that is worked on without a pause, as a desk on a bad day is. */
export interface BusyDesk {
  /** Every text that was written on a ticket, each once. */
  readonly written: readonly string[]
  rest(): Promise<void>
}

const STATUSES = ['open', 'stalled', 'resolved']

/** Raises `tickets` tickets, then creates, answers, comments on and changes them until `rest` is called. */
export async function startBusyDesk(
  rt: RequestTracker,
  tickets: number,
  random: () => number,
): Promise<BusyDesk> {
  const ids: number[] = []
  const written: string[] = []
  const shift = new AbortController()

  function anyOf<T>(values: readonly T[]): T {
    const value = values[Math.floor(random() * values.length)]
    if (value === undefined) throw new Error('There is nothing to choose from.')
    return value
  }

  function newText(): string {
    const text = `Text number ${written.length + 1}`
    written.push(text)
    return text
  }

  async function raise(): Promise<void> {
    const Content = newText()
    ids.push(await rt.createTicket({ Subject: `Fault ${ids.length + 1}`, Content }))
  }

  async function change(): Promise<void> {
    const ticket = anyOf(ids)
    const kind = random()
    if (kind < 0.02) await raise()
    else if (kind < 0.06) await rt.reply(ticket, newText(), anyOf(['engineer', 'customer']))
    else if (kind < 0.3) await rt.comment(ticket, newText())
    else if (kind < 0.5) await rt.update(ticket, { Status: anyOf(STATUSES) })
    else if (kind < 0.55) await rt.update(ticket, { Owner: anyOf(['engineer', 'Nobody']) })
    else if (kind < 0.7) await rt.update(ticket, { CustomFields: { Customer: `Customer ${random()}` } })
    else await rt.update(ticket, { Priority: Math.floor(random() * 100) })
  }

  async function work(): Promise<void> {
    while (!shift.signal.aborted) {
      await change()
      // The reader and its server need the two cores too.
      await wait(10)
    }
  }

  await Promise.all(
    [1, 2].map(async () => {
      while (ids.length < tickets) await raise()
    }),
  )
  const working = work()
  // Whoever rests hears of it; until then nobody must be stopped by it.
  working.catch(() => undefined)
  return {
    written,
    async rest() {
      shift.abort()
      await working
    },
  }
}

const ticketHead = z.object({
  id: z.coerce.string(),
  Subject: z.string(),
  Status: z.string(),
  LastUpdated: z.string(),
})
const transaction = z.object({
  id: z.coerce.string(),
  Type: z.string(),
  Field: z.string().nullish(),
  Created: z.string(),
})
export type Transaction = z.infer<typeof transaction>

export interface DeskTicket extends z.infer<typeof ticketHead> {
  /** Oldest first. */
  readonly history: readonly Transaction[]
}

/** Every ticket and transaction, as an administrator reads them, ticket by ticket and not through our connector. */
export async function readDesk(rt: RequestTracker): Promise<DeskTicket[]> {
  const heads = await readList(
    rt,
    '/tickets?query=id%3E0&orderby=id&fields=Subject,Status,LastUpdated',
    ticketHead,
  )
  const tickets: DeskTicket[] = []
  for (const head of heads) {
    const history = await readList(rt, `/ticket/${head.id}/history?fields=Type,Field,Created`, transaction)
    tickets.push({ ...head, history })
  }
  return tickets
}

async function readList<T>(rt: RequestTracker, path: string, item: z.ZodType<T>): Promise<T[]> {
  const page = z.object({ items: z.array(item), pages: z.int() })
  const items: T[] = []
  for (let number = 1; ; number += 1) {
    const answer = page.parse(await rt.call('GET', `${path}&per_page=100&page=${number}`))
    items.push(...answer.items)
    if (number >= answer.pages) return items
  }
}

/** UTC milliseconds of one of its times. */
export function deskTime(text: string): number {
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new Error(`"${text}" is no time.`)
  return at
}

const KINDS_OF_TYPES: Readonly<Record<string, readonly string[]>> = {
  Create: ['created'],
  Correspond: ['reply'],
  Comment: ['note'],
  Status: ['status'],
  CustomField: ['customer'],
  'Set Priority': ['severity', 'field'],
  'Set Owner': ['owner'],
  'Force Owner': ['owner'],
  'Give Owner': ['owner'],
  'Take Owner': ['owner'],
  'Untake Owner': ['owner'],
  'Steal Owner': ['owner'],
}

/** Kinds of event a transaction may become here; none for what is no event (mail records, watchers, contact times). */
export function eventKindsOf({ Type, Field }: Transaction): readonly string[] {
  return KINDS_OF_TYPES[Type] ?? KINDS_OF_TYPES[`${Type} ${Field ?? ''}`] ?? []
}
