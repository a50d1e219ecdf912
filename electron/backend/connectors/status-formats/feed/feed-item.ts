import { madeId } from '../made-id.ts'
import { readDate } from '../text/read-date.ts'
import { plainText, shorten, titleText } from '../text/plain-text.ts'
import { webLink } from '../text/web-link.ts'
import type { FeedItem } from './feed.ts'

/** What the four feed formats have in common; absent parts are undefined, as the parser gives them. */
interface RawItem {
  readonly id: string | undefined
  readonly title: string | undefined
  readonly link: string | undefined
  readonly publishedAt: string | undefined
  readonly updatedAt: string | undefined
  readonly categories: readonly (string | undefined)[]
  readonly html: string | undefined
  /** Plain text, where the format says that it is. */
  readonly text?: string | undefined
}

export function feedItem(raw: RawItem, base: string | null): FeedItem {
  const title = titleText(raw.title ?? '')
  const html = raw.html ?? ''
  const link = raw.link?.trim() ?? ''
  const isWebLink = webLink(link, base ?? 'https://unknown.invalid/') !== null
  return {
    id: raw.id ?? (link === '' ? madeId(title, raw.publishedAt ?? raw.updatedAt ?? html) : link),
    title: title === '' ? null : title,
    link: isWebLink ? link : null,
    url: webLink(link, base),
    publishedAt: readDate(raw.publishedAt ?? null),
    updatedAt: readDate(raw.updatedAt ?? null),
    categories: raw.categories.filter((category) => category !== undefined),
    html,
    text: raw.html === undefined ? shorten((raw.text ?? '').trim()) : plainText(html),
  }
}
