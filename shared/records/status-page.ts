import * as z from 'zod'
import { instant } from './instant.ts'

/** What a provider says of a service, in our words. `unknown` is never shown as healthy. */
export const serviceState = z.enum([
  'operational',
  'maintenance',
  'degraded',
  'partial-outage',
  'major-outage',
  'unknown',
])
export type ServiceState = z.infer<typeof serviceState>

export { SERVICE_STATE_ORDER } from './service-state-order.ts'

export const providerComponent = z.object({
  externalId: z.string(),
  name: z.string(),
  /** Name of the group it stands in; groups themselves are not components. */
  group: z.string().nullable(),
  rawState: z.string(),
  state: serviceState,
})
export type ProviderComponent = z.infer<typeof providerComponent>

export const incidentUpdate = z.object({
  at: instant.nullable(),
  rawStatus: z.string().nullable(),
  text: z.string(),
})
export type IncidentUpdate = z.infer<typeof incidentUpdate>

/** An outage notice or a planned window on a provider's page, or one entry of its feed. */
export const providerIncident = z.object({
  externalId: z.string(),
  kind: z.enum(['incident', 'maintenance', 'notice']),
  title: z.string(),
  rawStatus: z.string().nullable(),
  rawImpact: z.string().nullable(),
  impact: serviceState,
  /** Null where the source does not say: a plain feed entry may be either. */
  open: z.boolean().nullable(),
  /** For a maintenance: its scheduled window, not the moment it was announced. */
  startedAt: instant.nullable(),
  updatedAt: instant.nullable(),
  endedAt: instant.nullable(),
  components: z.array(z.string()),
  updates: z.array(incidentUpdate),
  url: z.url({ protocol: /^https?$/ }).nullable(),
})
export type ProviderIncident = z.infer<typeof providerIncident>

/** Everything one fetch of a status page or feed said. */
export const statusSnapshot = z.object({
  format: z.string(),
  pageName: z.string().nullable(),
  pageUrl: z.url({ protocol: /^https?$/ }).nullable(),
  overallRaw: z.string().nullable(),
  overallDescription: z.string().nullable(),
  overall: serviceState,
  /** The page's own claim of when it last changed: the incident's age, not the source's. */
  pageUpdatedAt: instant.nullable(),
  components: z.array(providerComponent),
  incidents: z.array(providerIncident),
})
export type StatusSnapshot = z.infer<typeof statusSnapshot>
