import type { ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { stateOf, type StateTable } from '../service-states.ts'
import type { FeedDialect, Facts } from '../status-format.ts'
import { readEpochSeconds } from '../text/read-date.ts'
import type { FeedItem } from './feed.ts'
import { feedReport, readNotice } from './plain-feed.ts'

/** The title opens with one of these. */
const IMPACTS: StateTable = {
  'Service is operating normally': 'operational',
  'Informational message': 'unknown',
  'Service impact': 'degraded',
  'Performance issues': 'degraded',
  'Service degradation': 'degraded',
  'Service disruption': 'major-outage',
}
const GUID = /#([\w-]+)_(\d{9,11})$/

/**
 * AWS service feeds: one entry per update, whose service, region and moment stand only in the guid. A resolution is
 * not always posted, so an entry without one is neither open nor closed.
 */
export const awsFeed: FeedDialect = {
  id: 'aws-rss',
  label: 'AWS',
  recognises: (feed) => feed.pageUrl !== null && new URL(feed.pageUrl).hostname === 'status.aws.amazon.com',
  read: (feed) => {
    const facts = feed.items.map((item) => [item.id, factsOf(item)] as const)
    return feedReport('aws-rss', feed, feed.items.map(readUpdate), {
      incidentFacts: Object.fromEntries(facts),
    })
  },
}

function readUpdate(item: FeedItem): ProviderIncident {
  const notice = readNotice(item)
  const rawImpact = /^([^:]+):/.exec(notice.title)?.[1] ?? null
  const isOver = notice.title.includes('[RESOLVED]') || rawImpact === 'Service is operating normally'
  const service = GUID.exec(item.id)?.[1]
  return {
    ...notice,
    rawImpact,
    impact: stateOf(IMPACTS, rawImpact),
    open: isOver ? false : notice.open,
    components: service === undefined ? [] : [service],
  }
}

function factsOf(item: FeedItem): Facts {
  const [, service, seconds] = GUID.exec(item.id) ?? []
  const at = readEpochSeconds(seconds)
  return { service: service ?? null, guidAt: at === null ? null : new Date(at).toISOString() }
}
