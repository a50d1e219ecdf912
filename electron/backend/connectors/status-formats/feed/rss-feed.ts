import type { RssFeed } from 'feedsmith'
import { titleText } from '../text/plain-text.ts'
import { readDate } from '../text/read-date.ts'
import { webLink } from '../text/web-link.ts'
import type { Feed } from './feed.ts'
import { feedItem } from './feed-item.ts'

export function rssFeed(parsed: RssFeed.Feed<string>, url: string | null): Feed {
  const base = webLink(parsed.link ?? null) ?? url
  const changed =
    parsed.lastBuildDate ?? parsed.pubDate ?? parsed.dcterms?.modified?.[0] ?? parsed.dc?.dates?.[0]
  return {
    kind: 'rss',
    title: titleText(parsed.title ?? '') || null,
    pageUrl: webLink(parsed.link ?? null, url),
    updatedAt: readDate(changed ?? null),
    pollAfterMs: parsed.ttl === undefined ? null : ttlMs(parsed.ttl),
    items: (parsed.items ?? []).map((item) => {
      const alternate = item.atom?.links?.find((link) => link.rel === undefined || link.rel === 'alternate')
      const permalink = item.guid?.isPermaLink === false ? undefined : item.guid?.value
      return feedItem(
        {
          id: item.guid?.value,
          title: item.title,
          link: item.link ?? alternate?.href ?? (webLink(permalink ?? null) === null ? undefined : permalink),
          publishedAt: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published,
          updatedAt: item.atom?.updated ?? item.dcterms?.modified?.[0],
          categories: (item.categories ?? []).map((category) => category.name),
          html: item.content?.encoded ?? item.description ?? item.itunes?.summary,
        },
        base,
      )
    }),
  }
}

/** RSS states minutes; a day is the longest wish we honour, or a typing error would silence a source. */
function ttlMs(minutes: number): number | null {
  return minutes > 0 ? Math.min(minutes, 24 * 60) * 60_000 : null
}
