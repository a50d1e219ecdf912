import type { FeedDialect } from '../status-format.ts'
import { pageState } from '../service-states.ts'
import { feedReport, readNotice } from './plain-feed.ts'

/** Azure's status feed lists what is wrong now: empty means healthy, an entry is an open incident. */
export const azureFeed: FeedDialect = {
  id: 'azure-rss',
  label: 'Azure',
  recognises: (feed) =>
    feed.title === 'Azure Status' || feed.pageUrl?.startsWith('https://azure.status.microsoft/') === true,
  read: (feed) => {
    const incidents = feed.items.map((item) => {
      const notice = readNotice(item)
      return { ...notice, kind: 'incident' as const, open: notice.open ?? true }
    })
    const overall = pageState({ stated: 'operational', incidents })
    return feedReport('azure-rss', feed, incidents, { overall })
  },
}
