import * as z from 'zod'
import { instant } from '../records/instant.ts'
import { fault, refusal, source, sourceRole } from '../records/source.ts'
import { statusSnapshot } from '../records/status-page.ts'
import { ticketRecord } from '../records/ticket.ts'
import { ticketEvent } from '../records/ticket-event.ts'
import { forAdmin, forOperator, forViewer } from './base.ts'
import { liveStream, watchInput } from './live.ts'

/**
 * One entry of a connector's settings form; the screen is drawn from these. Label and help are English, so that a
 * connector is one file; a translation under `connectors.<kind>.<name>` of the catalogue wins where there is one.
 */
export const settingField = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum([
    'address',
    'text',
    'secret',
    'number',
    'list',
    'boolean',
    'choice',
    'path',
    'status-map',
    'severity-map',
    'field-map',
  ]),
  required: z.boolean(),
  help: z.string().nullable(),
  fallback: z.json().nullable(),
  choices: z.array(z.string()),
})
export type SettingField = z.infer<typeof settingField>

const connectorKind = z.object({
  kind: z.string(),
  label: z.string(),
  role: sourceRole,
  fields: z.array(settingField),
})
export type ConnectorKind = z.infer<typeof connectorKind>

/** Secrets travel one way: into the backend. An absent one keeps what is stored. */
const draft = z.object({
  kind: z.string(),
  name: z.string().min(1).max(100),
  enabled: z.boolean().default(true),
  pollSeconds: z.int().min(5).max(86_400).default(60),
  config: z.record(z.string(), z.json()),
  secrets: z.record(z.string(), z.string()).default({}),
})
export type SourceDraft = z.input<typeof draft>

const sourceIdInput = z.object({ sourceId: z.string() })

const preview = z.object({
  fault: fault.nullable(),
  /** Up to three real tickets: as the source gave them, and as the mapping makes them. */
  tickets: z.array(
    z.object({ raw: z.record(z.string(), z.string()), mapped: ticketRecord, events: z.array(ticketEvent) }),
  ),
  /** Values seen in the source that a mapping can name. */
  observed: z.object({
    queues: z.array(z.string()),
    statuses: z.array(z.string()),
    severities: z.array(z.string()),
    fields: z.array(z.string()),
  }),
  snapshot: statusSnapshot.nullable(),
  refusals: z.array(refusal),
})
export type SourcePreview = z.infer<typeof preview>

export const sourcesContract = {
  kinds: forViewer
    .route({ method: 'GET', path: '/source-kinds', summary: 'The connectors this build has' })
    .output(z.array(connectorKind)),
  list: forViewer
    .route({ method: 'GET', path: '/sources', summary: 'Sources with their health' })
    .output(z.array(source)),
  watch: forViewer
    .route({ method: 'GET', path: '/sources/watch', summary: 'Live health of the sources' })
    .input(watchInput)
    .output(liveStream(source)),
  /** Asks the source once and stores nothing. `sourceId` lends an existing source's secrets. */
  preview: forAdmin
    .route({ method: 'POST', path: '/sources/preview', summary: 'Try settings against the real source' })
    .input(z.object({ draft, sourceId: z.string().optional() }))
    .output(preview),
  add: forAdmin
    .route({ method: 'POST', path: '/sources', summary: 'Add a source' })
    .input(draft)
    .output(source),
  update: forAdmin
    .route({ method: 'PUT', path: '/sources/{sourceId}', summary: 'Change a source' })
    .input(z.object({ ...sourceIdInput.shape, draft }))
    .output(source),
  remove: forAdmin
    .route({
      method: 'DELETE',
      path: '/sources/{sourceId}',
      summary: 'Remove a source and what came from it',
    })
    .input(sourceIdInput)
    .output(z.object({})),
  syncNow: forOperator
    .route({ method: 'POST', path: '/sources/{sourceId}/sync', summary: 'Ask the source now' })
    .input(sourceIdInput)
    .output(z.object({})),
  refusals: forViewer
    .route({ method: 'GET', path: '/sources/{sourceId}/refusals', summary: 'Records not taken, and why' })
    .input(sourceIdInput)
    .output(z.object({ refusals: z.array(refusal), total: z.int(), now: instant })),
}
