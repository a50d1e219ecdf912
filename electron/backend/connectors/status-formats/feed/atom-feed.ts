import type { AtomFeed } from 'feedsmith'
import { titleText } from '../text/plain-text.ts'
import { readDate } from '../text/read-date.ts'
import { webLink } from '../text/web-link.ts'
import type { Feed } from './feed.ts'
import { feedItem } from './feed-item.ts'

type AtomLinks = AtomFeed.Feed<string>['links']

export function atomFeed(parsed: AtomFeed.Feed<string>, url: string | null): Feed {
  const page = linkOf(parsed.links)
  const base = webLink(page ?? null) ?? url
  return {
    kind: 'atom',
    title: titleText(parsed.title?.value ?? '') || null,
    pageUrl: webLink(page ?? null, url),
    updatedAt: readDate(parsed.updated ?? null),
    pollAfterMs: null,
    items: (parsed.entries ?? []).map((entry) =>
      feedItem(
        {
          id: entry.id,
          title: entry.title?.value,
          link: linkOf(entry.links),
          publishedAt: entry.published,
          updatedAt: entry.updated,
          categories: (entry.categories ?? []).map((category) => category.label ?? category.term),
          html: entry.content?.value ?? entry.summary?.value,
        },
        base,
      ),
    ),
  }
}

function linkOf(links: AtomLinks): string | undefined {
  const alternates = (links ?? []).filter((link) => link.rel === undefined || link.rel === 'alternate')
  const page = alternates.find((link) => link.type === undefined || link.type.includes('html'))
  return (page ?? alternates[0])?.href
}
