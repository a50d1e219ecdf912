import * as z from 'zod'
import type {
  TicketBatchEntry,
  TicketConnector,
  TicketPage,
} from '../../../electron/backend/connectors/connector.ts'
import { SourceFault } from '../../../electron/backend/connectors/source-fault.ts'
import type { TicketRecord } from '../../../shared/records/ticket.ts'

/** A ticket source whose next answers a test lays out. */
export interface ScriptSource {
  readonly connector: TicketConnector<{ address: string; queue?: string | undefined }>
  /** The next run gives these tickets. */
  put(...entries: TicketBatchEntry[]): void
  /** The next run gives these refusals as well. */
  refuse(place: string, reason: string): void
  /** Secrets of the last run or preview. */
  lastSecrets(): Readonly<Record<string, string>>
}

const config = z.object({ address: z.url(), queue: z.string().min(2).optional() })

export function createScriptSource(): ScriptSource {
  let entries: TicketBatchEntry[] = []
  let refusals: { place: string; reason: string }[] = []
  let secrets: Readonly<Record<string, string>> = {}

  function field(name: string, type: 'address' | 'secret' | 'text', required: boolean) {
    return { name, label: name, type, required, help: null, fallback: null, choices: [] }
  }

  return {
    connector: {
      kind: 'script',
      label: 'Script',
      role: 'tickets',
      configSchema: config,
      fields: [
        field('address', 'address', true),
        field('token', 'secret', true),
        field('queue', 'text', false),
      ],
      async *pull(context) {
        secrets = context.secrets
        const page: TicketPage = {
          entries,
          absent: [],
          refusals,
          cursor: { at: context.now() },
          progress: { done: entries.length, total: entries.length },
          clockSkewMs: null,
        }
        entries = []
        refusals = []
        yield page
      },
      async preview(context) {
        secrets = context.secrets
        if (context.config.address.includes('down.example')) {
          throw new SourceFault('connection-refused', 'nobody answers at down.example')
        }
        if (context.config.address.includes('broken.example')) throw new Error('a secret of the connector')
        return {
          fault: null,
          tickets: [],
          observed: { queues: ['NOC'], statuses: ['open'], severities: [], fields: [] },
          snapshot: null,
          refusals: [],
        }
      },
    },
    put: (...added) => void entries.push(...added),
    refuse: (place, reason) => void refusals.push({ place, reason }),
    lastSecrets: () => secrets,
  }
}

/** A ticket as a connector gives it, open and new unless the change says otherwise. */
export function scriptTicket(
  externalId: string,
  createdAt: number,
  change: Partial<TicketRecord> = {},
): TicketBatchEntry {
  const ticket: TicketRecord = {
    externalId,
    caseNumber: externalId,
    subject: `Case ${externalId}`,
    customer: 'Andes Freight',
    queue: 'NOC',
    owner: null,
    requestor: 'helpdesk@customer.example',
    status: 'open',
    rawStatus: 'open',
    channel: 'email',
    reportedSeverity: 'P1',
    assessedSeverity: null,
    domain: null,
    createdAt,
    updatedAt: createdAt,
    sourceDueAt: null,
    url: null,
    fields: {},
    ...change,
  }
  return {
    ticket,
    events: [
      {
        externalId: `${externalId}-created`,
        kind: 'created',
        at: createdAt,
        actor: { name: 'Customer', side: 'customer' },
        channel: ticket.channel,
        severity: ticket.reportedSeverity,
        status: 'new',
        text: `Description of ${externalId}: the gateway lost its session.`,
      },
    ],
  }
}
