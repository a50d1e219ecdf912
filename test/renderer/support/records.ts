import type { ProviderPage } from '../../../shared/contract/status.ts'
import type { Source, SourceHealth } from '../../../shared/records/source.ts'
import type { ProviderIncident, StatusSnapshot } from '../../../shared/records/status-page.ts'

const HEALTH: SourceHealth = {
  state: 'healthy',
  lastSuccessAt: 0,
  lastAttemptAt: 0,
  nextAttemptAt: null,
  staleAfterMs: 300_000,
  fault: null,
  failures: 0,
  clockSkewMs: null,
  progress: null,
  refusals: 0,
  records: 0,
}

/** A source of the given fields, sound in all others. */
export function sourceWith(
  fields: Partial<Omit<Source, 'health'>> & { health?: Partial<SourceHealth> },
): Source {
  return {
    id: 'help-desk',
    kind: 'request-tracker',
    role: 'tickets',
    name: 'Help desk',
    enabled: true,
    pollSeconds: 60,
    config: {},
    secretsSet: [],
    ...fields,
    health: { ...HEALTH, ...fields.health },
  }
}

export function snapshotWith(fields: Partial<StatusSnapshot>): StatusSnapshot {
  return {
    format: 'statuspage',
    pageName: 'Example Mobile',
    pageUrl: 'https://status.example.net/',
    overallRaw: 'none',
    overallDescription: null,
    overall: 'operational',
    pageUpdatedAt: null,
    components: [],
    incidents: [],
    ...fields,
  }
}

export function pageWith(
  fields: Partial<Omit<ProviderPage, 'snapshot'>> & { snapshot?: Partial<StatusSnapshot> },
): ProviderPage {
  return {
    sourceId: 'example-mobile',
    name: 'Example Mobile',
    checkedAt: 0,
    changedAt: 0,
    ...fields,
    snapshot: snapshotWith(fields.snapshot ?? {}),
  }
}

export function incidentWith(fields: Partial<ProviderIncident>): ProviderIncident {
  return {
    externalId: 'i1',
    kind: 'incident',
    title: 'Data sessions drop',
    rawStatus: 'investigating',
    rawImpact: 'major',
    impact: 'partial-outage',
    open: true,
    startedAt: null,
    updatedAt: null,
    endedAt: null,
    components: [],
    updates: [],
    url: null,
    ...fields,
  }
}
