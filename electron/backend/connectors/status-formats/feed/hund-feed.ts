import type { ProviderIncident } from '../../../../../shared/records/status-page.ts'
import { pageState } from '../service-states.ts'
import type { FeedDialect } from '../status-format.ts'
import { opennessOf } from '../text/status-words.ts'
import type { FeedItem } from './feed.ts'
import { feedReport, readNotice } from './plain-feed.ts'

/** Hund writes the state as a bracketed word before the title, in the page's language: "[Gelöst] Störung". */
export const hundFeed: FeedDialect = {
  id: 'hund-atom',
  label: 'Hund',
  recognises: (feed) => feed.items[0]?.id.includes('State::FeedNotifier') === true,
  read: (feed) => {
    const incidents = feed.items.map(readEntry)
    const overall = pageState({ stated: 'operational', incidents })
    return feedReport('hund-atom', feed, incidents, { overall })
  },
}

function readEntry(item: FeedItem): ProviderIncident {
  const notice = readNotice(item)
  const rawStatus = /^\[([^\]]{1,40})\]/.exec(notice.title)?.[1] ?? null
  const open = rawStatus === null ? notice.open : opennessOf(rawStatus)
  return {
    ...notice,
    // "[Information]" is neither open nor over: it stays a notice.
    kind: open === null ? 'notice' : 'incident',
    rawStatus,
    open,
    endedAt: open === false ? item.updatedAt : null,
  }
}
