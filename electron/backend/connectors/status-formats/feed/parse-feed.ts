import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from 'feedsmith'
import { SourceFault } from '../../source-fault.ts'
import { atomFeed } from './atom-feed.ts'
import type { Feed } from './feed.ts'
import { jsonFeed } from './json-feed.ts'
import { rdfFeed } from './rdf-feed.ts'
import { rssFeed } from './rss-feed.ts'
import { repairXml } from './repair-xml.ts'
import { rootName, withoutProlog } from './xml-prolog.ts'

/**
 * RSS 0.9x and 2.0, RSS 1.0 (RDF) and Atom, out of decoded text; `url` is where it was read, for relative links.
 * Throws SourceFault: `wrong-type` for a web page or anything that is not a feed, `unreadable` for a broken one.
 */
export function parseXmlFeed(text: string, url: string | null): Feed {
  const body = repairXml(withoutProlog(text))
  const root = rootName(body)
  try {
    if (root === 'rss') return rssFeed(parseRssFeed(body), url)
    if (root === 'feed') return atomFeed(parseAtomFeed(body), url)
    if (root === 'rdf') return rdfFeed(parseRdfFeed(withoutItemList(body)), url)
  } catch (error) {
    throw new SourceFault('unreadable', `the ${root} feed is broken`, { cause: error })
  }
  if (root === 'html') throw new SourceFault('wrong-type', 'a web page came instead of status data')
  throw new SourceFault('wrong-type', 'the answer is no feed and no known status format')
}

/** JSON Feed 1.0 and 1.1. Throws SourceFault `unreadable`. */
export function parseJsonFeedDocument(json: object, url: string | null): Feed {
  try {
    return jsonFeed(parseJsonFeed(json), url)
  } catch (error) {
    throw new SourceFault('unreadable', 'the JSON feed is broken', { cause: error })
  }
}

/** Items missing from the channel's table of contents are dropped by feedsmith 3; without a table it takes all. */
function withoutItemList(body: string): string {
  const open = /<(?:[\w-]{1,20}:)?items[\s>]/i.exec(body)
  if (open === null) return body
  const close = /<\/(?:[\w-]{1,20}:)?items\s*>/i.exec(body.slice(open.index))
  if (close === null) return body
  return body.slice(0, open.index) + body.slice(open.index + close.index + close[0].length)
}
