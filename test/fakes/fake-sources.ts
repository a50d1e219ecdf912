import type { ConnectorKind } from '../../shared/contract/sources.ts'
import type { Source, SourceHealth } from '../../shared/records/source.ts'

const MINUTE = 60_000

export const fakeKinds: ConnectorKind[] = [
  {
    kind: 'request-tracker',
    label: 'Request Tracker',
    role: 'tickets',
    fields: [
      field('address', 'Address', 'address', true, 'For example https://desk.example/'),
      field('token', 'Token', 'secret', true, null),
      field('queues', 'Queues', 'list', false, 'Empty: all queues you may see'),
      field('statusMap', 'Statuses', 'status-map', false, null),
      field('severityMap', 'Severities', 'severity-map', false, null),
    ],
  },
  {
    kind: 'statuspage',
    label: 'Statuspage',
    role: 'status',
    fields: [field('address', 'Address', 'address', true, 'For example https://status.example/')],
  },
  {
    kind: 'feed',
    label: 'RSS, Atom or JSON feed',
    role: 'status',
    fields: [field('address', 'Address', 'address', true, null)],
  },
]

/** A healthy help desk, a failing status page and a stale feed. */
export function fakeSources(now: number): Source[] {
  return [
    source(
      'fake-desk',
      'request-tracker',
      'tickets',
      'Example desk',
      { address: 'https://desk.example/' },
      {
        ...healthy(now),
        records: 60,
        refusals: 2,
      },
    ),
    source(
      'fake-carrier-status',
      'statuspage',
      'status',
      'Example Carrier',
      { address: 'https://carrier.example/' },
      healthy(now),
    ),
    source(
      'fake-mno-status',
      'statuspage',
      'status',
      'Example Mobile',
      { address: 'https://mno.example/' },
      {
        ...healthy(now),
        state: 'failing',
        lastSuccessAt: now - 4 * MINUTE,
        failures: 3,
        fault: { code: 'server-error', detail: 'HTTP 503 from /api/v2/summary.json', at: now - MINUTE },
      },
    ),
    source(
      'fake-feed',
      'feed',
      'status',
      'Example Carrier notices',
      { address: 'https://notices.example/rss' },
      {
        ...healthy(now),
        state: 'failing',
        lastSuccessAt: now - 300 * MINUTE,
        failures: 41,
        fault: { code: 'name-not-found', detail: 'no address for notices.example', at: now - 2 * MINUTE },
      },
    ),
  ]
}

export function source(
  id: string,
  kind: string,
  role: Source['role'],
  name: string,
  config: Source['config'],
  health: SourceHealth,
): Source {
  return { id, kind, role, name, enabled: true, pollSeconds: 60, config, secretsSet: [], health }
}

export function healthy(now: number): SourceHealth {
  return {
    state: 'healthy',
    lastSuccessAt: now - 12_000,
    lastAttemptAt: now - 12_000,
    nextAttemptAt: now + 48_000,
    staleAfterMs: 5 * MINUTE,
    fault: null,
    failures: 0,
    clockSkewMs: 140,
    progress: null,
    refusals: 0,
    records: 4,
  }
}

function field(
  name: string,
  label: string,
  type: ConnectorKind['fields'][number]['type'],
  required: boolean,
  help: string | null,
): ConnectorKind['fields'][number] {
  return { name, label, type, required, help, fallback: null, choices: [] }
}
