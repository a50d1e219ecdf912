import { createHttpClient } from '../../../../electron/backend/connectors/http/client.ts'
import type { Cursor, TicketPage } from '../../../../electron/backend/connectors/connector.ts'
import type { HttpRequest } from '../../../../electron/backend/connectors/http-client.ts'
import { requestTracker } from '../../../../electron/backend/connectors/request-tracker/connector.ts'
import { ticketRecord } from '../../../../shared/records/ticket.ts'
import { ticketEvent, type TicketEvent } from '../../../../shared/records/ticket-event.ts'
import { RT_USERS } from '../../../servers/request-tracker.ts'

export type RtContext = Parameters<typeof requestTracker.pull>[0]

export interface Desk {
  context(config?: Readonly<Record<string, unknown>>, secrets?: Readonly<Record<string, string>>): RtContext
  /** Origins of everything that was asked. */
  readonly origins: Set<string>
  readonly asked: string[]
  close(): Promise<void>
}

/** Our side of a conversation with one Request Tracker, as the account Meridian should be given. */
export function deskAt(address: string, now: () => number = Date.now): Desk {
  const http = createHttpClient({ userAgent: 'Meridian/test', now })
  const origins = new Set<string>()
  const asked: string[] = []
  const listening = {
    request(request: HttpRequest) {
      origins.add(new URL(request.url).origin)
      asked.push(`${request.method ?? 'GET'} ${new URL(request.url).pathname}`)
      return http.request(request)
    },
  }
  return {
    origins,
    asked,
    context: (config = {}, secrets = { password: RT_USERS.console }) => ({
      config: requestTracker.configSchema.parse({ address, user: 'console', ...config }),
      secrets,
      http: listening,
      now,
      signal: new AbortController().signal,
    }),
    close: () => http.close(),
  }
}

/** A store of the least kind: it keeps what sync keeps, keyed as sync keys it, and counts repeats with other words. */
export interface Memory {
  readonly tickets: Map<string, TicketPage['entries'][number]['ticket']>
  readonly events: Map<string, Map<string, TicketEvent>>
  readonly absent: Map<string, string>
  readonly refusals: string[]
  readonly contradictions: string[]
  cursor: Cursor | null
}

export function emptyMemory(): Memory {
  return {
    tickets: new Map(),
    events: new Map(),
    absent: new Map(),
    refusals: [],
    contradictions: [],
    cursor: null,
  }
}

export function keep(memory: Memory, page: TicketPage): void {
  for (const { ticket, events } of page.entries) {
    memory.tickets.set(ticket.externalId, ticketRecord.parse(ticket))
    memory.absent.delete(ticket.externalId)
    const held = memory.events.get(ticket.externalId) ?? new Map<string, TicketEvent>()
    memory.events.set(ticket.externalId, held)
    for (const raw of events) {
      const event = ticketEvent.parse(raw)
      const earlier = held.get(event.externalId)
      if (earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(event)) {
        memory.contradictions.push(`${ticket.externalId}: ${JSON.stringify(event)}`)
      }
      held.set(event.externalId, event)
    }
  }
  for (const { externalId, absence } of page.absent) memory.absent.set(externalId, absence)
  memory.refusals.push(...page.refusals.map(({ place, reason }) => `${place}: ${reason}`))
  memory.cursor = page.cursor
}

export async function pullInto(memory: Memory, context: RtContext): Promise<void> {
  for await (const page of requestTracker.pull(context, memory.cursor)) keep(memory, page)
}

/** A ticket's history as short lines, e.g. "reply by customer: Hello". */
export function historyOf(memory: Memory, ticket: number): string[] {
  return [...(memory.events.get(String(ticket))?.values() ?? [])].map((event) => {
    const who = `${event.kind} by ${event.actor.side}`
    switch (event.kind) {
      case 'created':
      case 'reply':
      case 'note':
      case 'phone-call':
        return `${who}: ${event.text}`
      case 'merged':
        return `${who}: into ${event.into}`
      case 'field':
        return `${who}: ${event.name} ${event.from ?? '-'} → ${event.to ?? '-'}`
      case 'status':
      case 'severity':
      case 'owner':
      case 'customer':
      case 'domain':
        break
    }
    return `${who}: ${event.from ?? '-'} → ${event.to ?? '-'}`
  })
}
