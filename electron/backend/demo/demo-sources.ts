import type { SourceDraft } from '../../../shared/contract/sources.ts'
import type { Settings } from '../../../shared/contract/settings.ts'
import { CUSTOMERS, DESKS } from './demo-cast.ts'
import type { DemoServers } from './demo-servers.ts'
import { FEED_OPERATOR, FEED_PATH } from './demo-status-pages.ts'

/** Real seconds between two readings: often enough to watch the world live. */
const READ_EVERY_REAL_S = 2

/** Sources are read on simulated time, so a faster world is read at longer simulated intervals. */
function demoPollSeconds(rate: number): number {
  return Math.min(86_400, Math.max(5, Math.round(READ_EVERY_REAL_S * rate)))
}

/** Its cases are over: reading it once is enough, and this is the rarest there is. */
const ARCHIVE_POLL_SECONDS = 86_400

/** The demo world's help desks and status pages as a person would add them. The archive comes last: today first. */
export function demoSources({ helpDesk, archive, statusPages }: DemoServers, rate: number): SourceDraft[] {
  const pollSeconds = demoPollSeconds(rate)
  return [
    { ...helpDeskAt(helpDesk), name: 'Demo help desk', pollSeconds },
    ...Array.from(statusPages, ([operator, address]) => {
      const isFeed = operator === FEED_OPERATOR
      return {
        kind: isFeed ? 'feed' : 'statuspage',
        name: `${operator.name} (demo)`,
        pollSeconds,
        config: { address: isFeed ? `${address}${FEED_PATH}` : address },
      }
    }),
    { ...helpDeskAt(archive), name: 'Demo help desk, archive', pollSeconds: ARCHIVE_POLL_SECONDS },
  ]
}

function helpDeskAt(address: string): Pick<SourceDraft, 'kind' | 'secrets' | 'config'> {
  const codes = ['P1', 'P2', 'P3', 'P4', 'S1', 'S2', 'S3']
  return {
    kind: 'request-tracker',
    secrets: { password: 'demo' },
    config: {
      address,
      user: 'demo',
      queues: [],
      statuses: {
        new: 'new',
        open: 'open',
        stalled: 'awaiting-customer',
        'waiting for operator': 'awaiting-mno',
        resolved: 'resolved',
      },
      severities: Object.fromEntries(codes.map((code) => [code, code])),
      fields: {
        customer: 'Customer',
        domain: 'Domain',
        reportedSeverity: 'Reported severity',
        assessedSeverity: 'Severity',
        channel: 'Channel',
      },
    },
  }
}

/** Contracts and desks of the demo world. */
export function demoSettings(): Settings {
  const others = CUSTOMERS.filter(({ policyId }) => policyId === 'ipass-help-desk')
  return {
    defaultPolicyId: 'wireless-logic-sim-assist',
    policyAssignments: others.map(({ name, policyId }) => ({
      policyId,
      customer: name,
      sourceId: null,
      queue: null,
    })),
    desks: [...DESKS],
  }
}
