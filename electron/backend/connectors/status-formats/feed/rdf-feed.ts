import type { RdfFeed } from 'feedsmith'
import { titleText } from '../text/plain-text.ts'
import { readDate } from '../text/read-date.ts'
import { webLink } from '../text/web-link.ts'
import type { Feed } from './feed.ts'
import { feedItem } from './feed-item.ts'

export function rdfFeed(parsed: RdfFeed.Feed<string>, url: string | null): Feed {
  const base = webLink(parsed.link ?? null) ?? url
  return {
    kind: 'rdf',
    title: titleText(parsed.title ?? '') || null,
    pageUrl: webLink(parsed.link ?? null, url),
    updatedAt: readDate(parsed.dc?.dates?.[0] ?? null),
    pollAfterMs: null,
    items: (parsed.items ?? []).map((item) =>
      feedItem(
        {
          id: item.rdf?.about,
          title: item.title,
          link: item.link,
          publishedAt: item.dc?.dates?.[0] ?? item.dcterms?.created?.[0],
          updatedAt: item.dcterms?.modified?.[0],
          categories: item.dc?.subjects ?? [],
          html: item.content?.encoded ?? item.description,
        },
        base,
      ),
    ),
  }
}
