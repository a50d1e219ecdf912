import type { ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { stateOf, type StateTable } from '../service-states.ts'
import type { FeedDialect } from '../status-format.ts'
import { opennessOf } from '../text/status-words.ts'
import type { FeedItem } from './feed.ts'
import { feedReport, readNotice } from './plain-feed.ts'

const IMPACTS: StateTable = {
  available: 'operational',
  operational: 'operational',
  maintenance: 'maintenance',
  degraded: 'degraded',
  minor: 'degraded',
  partial: 'partial-outage',
  major: 'partial-outage',
  critical: 'major-outage',
  unavailable: 'major-outage',
  outage: 'major-outage',
}

/** Feeds that state the status in so many words: "Status: RESOLVED" in the text (incident.io, xAI) or as category. */
export const statedStatusFeed: FeedDialect = {
  id: 'status-feed',
  label: 'Status feed',
  recognises: (feed) => feed.items.length > 0 && feed.items.every((item) => statedStatus(item) !== null),
  read: (feed) => feedReport('status-feed', feed, feed.items.map(readEntry)),
}

function statedStatus(item: FeedItem): string | null {
  const stated = /(?:^|\n)Status:\s*([\p{L} _]{3,30})(?:\n|$)/u.exec(item.text)?.[1]?.trim()
  if (stated !== undefined && opennessOf(stated) !== null) return stated
  return item.categories.find((category) => opennessOf(category) !== null) ?? null
}

function readEntry(item: FeedItem): ProviderIncident {
  const notice = readNotice(item)
  const rawStatus = statedStatus(item)
  const open = rawStatus === null ? notice.open : opennessOf(rawStatus)
  const rawImpact = /(?:^|\n)Severity:\s*([\p{L} _]{3,30})(?:\n|$)/u.exec(item.text)?.[1]?.trim() ?? null
  return {
    ...notice,
    kind: 'incident',
    rawStatus,
    rawImpact,
    impact: stateOf(IMPACTS, rawImpact?.toLowerCase() ?? null),
    open,
  }
}
