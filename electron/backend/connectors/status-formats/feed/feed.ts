/** One entry of a feed, whatever its format. Times are UTC milliseconds. */
export interface FeedItem {
  /** Its own id, else its link, else made from title and date: stable between readings. */
  readonly id: string
  readonly title: string | null
  /** As written, where it is a web address or relative to one; anything else is null. */
  readonly link: string | null
  /** The same as absolute http(s) address. */
  readonly url: string | null
  readonly publishedAt: number | null
  readonly updatedAt: number | null
  readonly categories: readonly string[]
  /** Mark-up as sent: only for reading, never for showing. */
  readonly html: string
  readonly text: string
}

type FeedKind = 'rss' | 'atom' | 'rdf' | 'json-feed'

export interface Feed {
  readonly kind: FeedKind
  readonly title: string | null
  /** Address of the page the feed belongs to. */
  readonly pageUrl: string | null
  readonly updatedAt: number | null
  /** The feed's own wish (RSS ttl). */
  readonly pollAfterMs: number | null
  readonly items: readonly FeedItem[]
}

/** When the entry was made; where it does not say, when it last changed. */
export function itemDate(item: FeedItem): number | null {
  return item.publishedAt ?? item.updatedAt
}
