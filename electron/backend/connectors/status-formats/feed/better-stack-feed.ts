import type { ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { pageState } from '../service-states.ts'
import type { FeedDialect } from '../status-format.ts'
import { closingWord } from '../text/closing-words.ts'
import { itemDate, type Feed, type FeedItem } from './feed.ts'
import { feedReport } from './plain-feed.ts'

const INCIDENT = /\/incidents?\/([\w-]+)/
const FRAGMENT = /#([\w-]+)$/

/**
 * Better Stack: one entry per update, several make one incident; its id stands in the link, since lately only in the
 * fragment of the guid. That an incident is over is said in prose alone.
 */
export const betterStackFeed: FeedDialect = {
  id: 'better-stack-rss',
  label: 'Better Stack',
  recognises: (feed) =>
    feed.kind === 'rss' &&
    feed.title?.startsWith('Incidents |') === true &&
    feed.items.every((item) => INCIDENT.test(item.id) || FRAGMENT.test(item.id)),
  read: (feed) => {
    const incidents = [...updatesByIncident(feed)].map(([id, updates]) => readIncident(id, updates))
    const overall = pageState({ stated: 'operational', incidents })
    return feedReport('better-stack-rss', feed, incidents, { overall })
  },
}

function updatesByIncident(feed: Feed): Map<string, FeedItem[]> {
  return Map.groupBy(feed.items, (item) => {
    const fromLink = INCIDENT.exec(item.link ?? '') ?? INCIDENT.exec(item.id)
    return fromLink?.[1] ?? FRAGMENT.exec(item.id)?.[1] ?? item.id
  })
}

function readIncident(externalId: string, items: readonly FeedItem[]): ProviderIncident {
  const newestFirst = items.toSorted((left, right) => (itemDate(right) ?? 0) - (itemDate(left) ?? 0))
  const newest = newestFirst[0]
  const closing = closingWord(newest?.title ?? '') ?? closingWord(newest?.text ?? '')
  const updatedAt = newest === undefined ? null : itemDate(newest)
  const oldest = newestFirst.at(-1)
  return {
    externalId,
    kind: 'incident',
    title: newest?.title ?? '',
    rawStatus: closing,
    rawImpact: null,
    impact: 'unknown',
    open: closing === null,
    startedAt: oldest === undefined ? null : itemDate(oldest),
    updatedAt,
    endedAt: closing === null ? null : updatedAt,
    components: [],
    updates: newestFirst.map((item) => ({ at: itemDate(item), rawStatus: item.title, text: item.text })),
    url: newest?.url ?? null,
  }
}
