import type { FeedDialect } from '../status-format.ts'
import { pageState } from '../service-states.ts'
import { feedReport, readNotice } from './plain-feed.ts'

const TRACKING_ID = /[?&]trackingId=([\w-]+)/i

/** Azure's status feed lists what is wrong now: empty means healthy, an entry is an open incident. */
export const azureFeed: FeedDialect = {
  id: 'azure-rss',
  label: 'Azure',
  recognises: (feed) =>
    feed.title === 'Azure Status' || feed.pageUrl?.startsWith('https://azure.status.microsoft/') === true,
  read: (feed) => {
    const incidents = feed.items.map((item) => {
      const notice = readNotice(item)
      // Entries carry no guid; the tracking id in the link outlives a change of title or address.
      const externalId = TRACKING_ID.exec(item.id)?.[1] ?? item.id
      return { ...notice, externalId, kind: 'incident' as const, open: notice.open ?? true }
    })
    const overall = pageState({ stated: 'operational', incidents })
    return feedReport('azure-rss', feed, incidents, { overall })
  },
}
