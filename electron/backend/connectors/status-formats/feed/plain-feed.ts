import type { ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { closingWord } from '../text/closing-words.ts'
import { pageState } from '../service-states.ts'
import { madeId } from '../made-id.ts'
import { statusReport, type StatusReport } from '../status-format.ts'
import { itemDate, type Feed, type FeedItem } from './feed.ts'

/**
 * A feed of which nothing is known but its entries: each is a notice, neither open nor closed unless its words say
 * that it is over. The page's state stays unknown: silence in a feed proves nothing.
 */
export function readPlainFeed(feed: Feed): StatusReport {
  return feedReport(feed.kind, feed, feed.items.map(readNotice))
}

/** A report of a feed in the words of a dialect; without its own verdict an open incident is all that is known. */
export function feedReport(
  format: string,
  feed: Feed,
  incidents: readonly ProviderIncident[],
  parts: Partial<Pick<StatusReport, 'incidentFacts'>> & {
    overall?: StatusReport['snapshot']['overall']
  } = {},
): StatusReport {
  return statusReport(format, {
    pageId: feed.title,
    pageName: feed.title,
    pageUrl: feed.pageUrl,
    overall: parts.overall ?? pageState({ stated: null, incidents }),
    pageUpdatedAt: feed.updatedAt,
    incidents: withOwnIds(incidents),
    pollAfterMs: feed.pollAfterMs,
    incidentFacts: parts.incidentFacts ?? {},
    feed,
  })
}

/** Some feeds give all entries one guid: then title and time tell them apart, and a true repeat is one entry. */
function withOwnIds(incidents: readonly ProviderIncident[]): ProviderIncident[] {
  const byId = Map.groupBy(incidents, (incident) => incident.externalId)
  const own = incidents.map((incident) => {
    const { externalId, title, startedAt } = incident
    const isShared = (byId.get(externalId)?.length ?? 0) > 1
    return isShared ? { ...incident, externalId: madeId(externalId, title, startedAt) } : incident
  })
  return [...new Map(own.map((incident) => [incident.externalId, incident] as const)).values()]
}

export function readNotice(item: FeedItem): ProviderIncident {
  const title = item.title ?? item.text.split('\n')[0] ?? ''
  const closing = closingWord(title) ?? closingWord(item.text)
  return {
    externalId: item.id,
    kind: 'notice',
    title,
    rawStatus: closing,
    rawImpact: null,
    impact: 'unknown',
    open: closing === null ? null : false,
    startedAt: itemDate(item),
    updatedAt: item.updatedAt ?? item.publishedAt,
    endedAt: null,
    components: [],
    updates: item.text === '' ? [] : [{ at: itemDate(item), rawStatus: closing, text: item.text }],
    url: item.url,
  }
}
