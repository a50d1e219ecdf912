import type { IncidentUpdate, ProviderIncident } from '../../../../../shared/records/status-page.ts'
import type { FeedDialect } from '../status-format.ts'
import { plainText } from '../text/plain-text.ts'
import { isMaintenanceWord, opennessOf } from '../text/status-words.ts'
import type { FeedItem } from './feed.ts'
import { feedReport, readNotice } from './plain-feed.ts'

/** Each update is a paragraph: a small line with its time, then its status in bold, a dash and its text. */
const UPDATE = /<strong>([A-Z][\w ]{2,20})<\/strong>\s*(?:-|–|—|:)\s*([^]*?)(?=<small|$)/g
const TIMED = /<small>[^]{0,200}<var data-var=/

/** The history feeds of Statuspage, Atom and RSS: one entry per incident, its updates newest first inside it. */
export const statuspageFeed: FeedDialect = {
  id: 'statuspage-feed',
  label: 'Statuspage history',
  recognises: (feed) => feed.items.some((item) => TIMED.test(item.html.slice(0, 2000))),
  // A history lists the latest incidents, not the page's state: without an open one it proves nothing of today.
  read: (feed) => feedReport('statuspage-feed', feed, feed.items.map(readEntry)),
}

function readEntry(item: FeedItem): ProviderIncident {
  const notice = readNotice(item)
  const updates = [...item.html.matchAll(UPDATE)].map(([, status = '', text = '']): IncidentUpdate => ({
    // The time inside has neither year nor zone; the entry's own dates are the ones to trust.
    at: null,
    rawStatus: status,
    text: plainText(text),
  }))
  const latest = updates[0]?.rawStatus ?? null
  if (latest === null) return notice
  const open = opennessOf(latest)
  return {
    ...notice,
    kind: updates.some((update) => isMaintenanceWord(update.rawStatus ?? '')) ? 'maintenance' : 'incident',
    rawStatus: latest,
    open,
    endedAt: open === false ? item.updatedAt : null,
    updates,
  }
}
