import type { ProviderPage } from '../../shared/contract/status.ts'
import type { ProviderComponent, ProviderIncident, ServiceState } from '../../shared/records/status-page.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Three made-up provider pages: healthy, in trouble with a maintenance ahead, and unknown because stale. */
export function fakePages(now: number): ProviderPage[] {
  return [
    page(
      'fake-carrier-status',
      'Example Carrier',
      'operational',
      now - 20_000,
      [
        component('sms', 'SMS gateway', 'Messaging', 'operational'),
        component('voice', 'Voice termination', 'Voice', 'operational'),
      ],
      [],
    ),
    page(
      'fake-mno-status',
      'Example Mobile',
      'partial-outage',
      now - 45_000,
      [
        component('data-eu', 'Data, Europe', 'Data', 'partial-outage'),
        component('data-us', 'Data, Americas', 'Data', 'degraded'),
        component('hlr', 'Subscriber register', 'Core', 'operational'),
        component('portal', 'Portal', null, 'maintenance'),
      ],
      [
        incident(
          'i1',
          'incident',
          'Attach failures in two countries',
          'major-outage',
          now - 70 * MINUTE,
          null,
          ['data-eu'],
        ),
        incident('i2', 'incident', 'Slow sessions on one gateway', 'degraded', now - 3 * HOUR, null, [
          'data-us',
        ]),
        incident(
          'm1',
          'maintenance',
          'Core router software',
          'maintenance',
          now + 26 * HOUR,
          now + 28 * HOUR,
          ['hlr'],
        ),
      ],
    ),
    page(
      'fake-feed',
      'Example Carrier notices',
      'unknown',
      now - 5 * HOUR,
      [],
      [incident('n1', 'notice', 'Number porting window moved', 'unknown', now - 9 * HOUR, null, [])],
    ),
  ]
}

function page(
  sourceId: string,
  name: string,
  overall: ServiceState,
  checkedAt: number,
  components: ProviderComponent[],
  incidents: ProviderIncident[],
): ProviderPage {
  return {
    sourceId,
    name,
    checkedAt,
    changedAt: checkedAt - 50 * MINUTE,
    snapshot: {
      format: components.length === 0 ? 'rss' : 'statuspage',
      pageName: name,
      pageUrl: `https://${sourceId}.example/`,
      overallRaw: overall === 'operational' ? 'none' : 'major',
      overallDescription: overall === 'operational' ? 'All systems operational' : null,
      overall,
      pageUpdatedAt: checkedAt - HOUR,
      components,
      incidents,
    },
  }
}

function component(
  externalId: string,
  name: string,
  group: string | null,
  state: ServiceState,
): ProviderComponent {
  return { externalId, name, group, rawState: state.replaceAll('-', '_'), state }
}

function incident(
  externalId: string,
  kind: ProviderIncident['kind'],
  title: string,
  impact: ServiceState,
  startedAt: number,
  endedAt: number | null,
  components: string[],
): ProviderIncident {
  return {
    externalId,
    kind,
    title,
    rawStatus: kind === 'maintenance' ? 'scheduled' : 'identified',
    rawImpact: impact,
    impact,
    open: kind === 'notice' ? null : true,
    startedAt,
    updatedAt: startedAt + 10 * MINUTE,
    endedAt,
    components,
    updates: [
      {
        at: startedAt + 10 * MINUTE,
        rawStatus: 'identified',
        text: 'The cause is known and a fix is being prepared.',
      },
      { at: startedAt, rawStatus: 'investigating', text: 'We are looking into reports of failures.' },
    ],
    url: `https://status.example/incidents/${externalId}`,
  }
}
