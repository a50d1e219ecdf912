import { onTestFinished } from 'vitest'
import * as z from 'zod'
import type { SourceDraft } from '../../../shared/contract/sources.ts'
import {
  answering,
  startVendorServer,
  type Behaviour,
  type VendorServer,
  type VendorServerOptions,
} from '../../servers/vendor-server.ts'

/** A ticket of the stand-in: one message by the customer, and nothing since. */
export interface DeskTicket {
  readonly id: number
  readonly subject: string
  readonly body: string
  readonly bodyType?: 'text/plain' | 'text/html'
  /** UTC ms, whole seconds; also its last change. */
  readonly createdAt: number
}

/** As much of Request Tracker's REST 2.0 as our connector asks, for what the real one would not let us do. */
export interface StandInDesk extends VendorServer {
  tickets: readonly DeskTicket[]
  /** Every request gets this instead, until it is null again. */
  instead: Behaviour | null
  readonly draft: SourceDraft
}

export const DESK_PASSWORD = 'correct-horse-battery'
const REST = '/REST/2.0'

export async function startStandInDesk(
  tickets: readonly DeskTicket[],
  options: VendorServerOptions = {},
): Promise<StandInDesk> {
  const vendor = await startVendorServer(options)
  onTestFinished(() => vendor.stop())
  const desk: StandInDesk = {
    ...vendor,
    tickets,
    instead: null,
    draft: {
      kind: 'request-tracker',
      name: 'Desk',
      pollSeconds: 60,
      config: { address: vendor.address, user: 'console' },
      secrets: { password: DESK_PASSWORD },
    },
  }

  /** Answers a list; one page holds everything here. */
  function onList(path: string, items: (query: URLSearchParams, body: string) => readonly unknown[]): void {
    vendor.on(REST + path, async (request, response) => {
      const query = new URL(request.url ?? '/', vendor.address).searchParams
      const isFirstPage = Number(query.get('page') ?? 1) === 1
      const found = isFirstPage ? items(query, vendor.requests.at(-1)?.body ?? '') : []
      const behaviour = desk.instead ?? answering(JSON.stringify({ items: found }))
      await behaviour(request, response)
    })
  }

  onList('/queues/all', () => [{ id: '1', Name: 'General' }])
  onList('/tickets', (query) => {
    const asked = query.get('query') ?? ''
    const after = Math.max(0, ...numbersIn(asked, /\bid > (\d+)/g))
    const ids = numbersIn(asked, /\bid = (\d+)/g)
    return desk.tickets
      .filter(({ id }) => id > after && (ids.length === 0 || ids.includes(id)))
      .map((ticket) => (query.get('fields') === 'LastUpdated' ? listed(ticket) : inFull(ticket)))
  })
  onList('/transactions', (query) => {
    const ids = numbersIn(query.get('query') ?? '', /ObjectId = (\d+)/g)
    return desk.tickets.filter(({ id }) => ids.includes(id)).map(creation)
  })
  onList('/attachments', (query, body) => {
    const ids = limits.parse(JSON.parse(body)).map(({ value }) => Number(value))
    const found = desk.tickets.filter(({ id }) => ids.includes(id))
    return found.map(query.get('fields') === 'Content' ? content : attachment)
  })
  vendor.on(`${REST}/user/customer`, answering(JSON.stringify({ Name: 'customer', Privileged: 0 })))
  return desk
}

const limits = z.array(z.object({ value: z.string() }))

function numbersIn(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map(([, number]) => Number(number))
}

function rtTime(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}

function listed({ id, createdAt }: DeskTicket): unknown {
  return { id, LastUpdated: rtTime(createdAt) }
}

function inFull(ticket: DeskTicket): unknown {
  return {
    id: ticket.id,
    Subject: ticket.subject,
    Status: 'new',
    Priority: '95',
    Queue: { id: '1', Name: 'General' },
    Owner: { id: 'Nobody' },
    Requestor: [{ id: 'customer', EmailAddress: 'customer@desk.test' }],
    CustomFields: '',
    Created: rtTime(ticket.createdAt),
    LastUpdated: rtTime(ticket.createdAt),
  }
}

/** Transaction, message and ticket share their number: there is one of each. */
function creation({ id, createdAt }: DeskTicket): unknown {
  return { id, Type: 'Create', ObjectId: id, Creator: { id: 'customer' }, Created: rtTime(createdAt) }
}

function attachment({ id, body, bodyType = 'text/plain' }: DeskTicket): unknown {
  return { id, TransactionId: id, ContentType: bodyType, ContentLength: Buffer.byteLength(body) }
}

function content({ id, body }: DeskTicket): unknown {
  return { id, Content: body }
}
