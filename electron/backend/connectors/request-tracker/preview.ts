import type { SourcePreview } from '../../../../shared/contract/sources.ts'
import type { RunContext } from '../connector.ts'
import { SourceFault } from '../source-fault.ts'
import { createRtApi } from './api.ts'
import { rtVersion, type ListedTicket, type RtTicket } from './answers.ts'
import { createEntryReader, readQueues } from './entries.ts'
import { namedValues, valueOf } from './field-values.ts'
import type { RequestTrackerConfig } from './settings.ts'
import { BATCH_SIZE, listNewestFirst, readTickets } from './tickets.ts'

const SHOWN = 3

/** The three tickets changed last, as RT gave them and as they would be taken, and the values seen in the last 50. */
export async function preview(context: RunContext<RequestTrackerConfig>): Promise<SourcePreview> {
  const { config, now } = context
  const api = createRtApi(context)
  const { Version } = await api.read('/rt', rtVersion)
  if (!/^[5-9]\./.test(Version)) {
    throw new SourceFault('not-the-expected-source', `Request Tracker ${Version.slice(0, 20)}; 5 is needed`)
  }
  const queues = (await readQueues(api)).map(({ Name }) => Name)
  const absentQueues = config.queues.filter((name) => !queues.includes(name))
  if (absentQueues.length > 0) {
    throw new SourceFault('misconfigured', `no queue "${absentQueues[0]}" that this user may see`)
  }
  const recent = await newest(listNewestFirst(api, config.queues))
  const ids = recent.map(({ id }) => id)
  const seen = await readTickets(api, config.queues, ids)
  const { entries, raw, refusals } = await (await createEntryReader(api, config))(ids.slice(0, SHOWN))
  return {
    fault: null,
    snapshot: null,
    tickets: entries.map(({ ticket, events }) => ({
      raw: rawOf(raw.get(ticket.externalId)),
      mapped: ticket,
      events: [...events],
    })),
    observed: {
      queues,
      statuses: unique(seen.tickets.map(({ Status }) => Status)),
      severities: unique(seen.tickets.flatMap((ticket) => severityValues(ticket, config))),
      fields: unique([
        'Priority',
        ...seen.tickets.flatMap(({ CustomFields }) => CustomFields.map(({ name }) => name)),
      ]),
    },
    refusals: refusals.map((refusal) => ({ ...refusal, at: now() })),
  }
}

async function newest(pages: AsyncIterable<readonly ListedTicket[]>): Promise<readonly ListedTicket[]> {
  for await (const items of pages) return items.slice(0, BATCH_SIZE)
  return []
}

function severityValues(ticket: RtTicket, { fields }: RequestTrackerConfig): string[] {
  const values = [valueOf(ticket, 'assessedSeverity', fields), valueOf(ticket, 'reportedSeverity', fields)]
  return values.filter((value) => value !== null)
}

function rawOf(ticket: RtTicket | undefined): Record<string, string> {
  if (ticket === undefined) return {}
  return {
    id: ticket.id,
    Subject: ticket.Subject ?? '',
    Status: ticket.Status,
    Priority: ticket.Priority ?? '',
    Queue: ticket.Queue.Name,
    Owner: ticket.Owner?.id ?? '',
    Requestor: ticket.Requestor.map(({ id }) => id).join(', '),
    Created: ticket.Created,
    LastUpdated: ticket.LastUpdated,
    Due: ticket.Due ?? '',
    ...namedValues(ticket),
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}
