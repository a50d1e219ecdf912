import type { JsonFeed } from 'feedsmith'
import { titleText } from '../text/plain-text.ts'
import { webLink } from '../text/web-link.ts'
import type { Feed } from './feed.ts'
import { feedItem } from './feed-item.ts'

export function jsonFeed(parsed: JsonFeed.Feed<string>, url: string | null): Feed {
  const page = parsed.home_page_url ?? null
  return {
    kind: 'json-feed',
    title: titleText(parsed.title ?? '') || null,
    pageUrl: webLink(page, url),
    updatedAt: null,
    pollAfterMs: null,
    items: (parsed.items ?? []).map((item) =>
      feedItem(
        {
          id: item.id,
          title: item.title,
          link: item.url ?? item.external_url,
          publishedAt: item.date_published,
          updatedAt: item.date_modified,
          categories: item.tags ?? [],
          html: item.content_html,
          text: item.content_text ?? item.summary,
        },
        webLink(page) ?? url,
      ),
    ),
  }
}
