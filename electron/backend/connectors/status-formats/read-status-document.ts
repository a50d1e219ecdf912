import { SourceFault } from '../source-fault.ts'
import { FEED_DIALECTS, JSON_FORMATS } from './formats.ts'
import type { Feed } from './feed/feed.ts'
import { parseJsonFeedDocument, parseXmlFeed } from './feed/parse-feed.ts'
import { readPlainFeed } from './feed/plain-feed.ts'
import { isObject, objectsOf, textOf } from './json/fields.ts'
import { parseJson } from './json/parse-json.ts'
import type { StatusReport } from './status-format.ts'
import { decodeText } from './text/decode-text.ts'

/** No status page comes near it; an honest one is under 1 MiB. */
export const MAX_DOCUMENT_BYTES = 8 * 1024 * 1024

/** A document as it came; `url` and `contentType` are null for a file. */
export interface StatusDocument {
  readonly bytes: Uint8Array
  readonly url: string | null
  readonly contentType: string | null
}

/** What a document is, without reading all of it. */
export interface RecognisedFormat {
  readonly id: string
  readonly label: string
  readonly medium: 'json' | 'feed'
}

/**
 * Reads any known status document. Throws SourceFault: `wrong-type` for an empty answer or a web page (a status of
 * 200 is not health), `not-the-expected-source` for JSON of no known shape, `unreadable` for broken JSON or XML,
 * `too-large`.
 */
export function readStatusDocument(document: StatusDocument): StatusReport {
  const opened = open(document)
  if ('feed' in opened) {
    const dialect = FEED_DIALECTS.find((candidate) => candidate.recognises(opened.feed))
    return dialect?.read(opened.feed) ?? readPlainFeed(opened.feed)
  }
  const format = JSON_FORMATS.find((candidate) => candidate.recognises(opened.json, document.url))
  if (format !== undefined) return format.read(opened.json, document.url)
  throw new SourceFault('not-the-expected-source', 'the answer is JSON of no known status format')
}

/** The format of a document, or null where none is known. Never throws. */
export function recogniseFormat(
  url: string | null,
  contentType: string | null,
  bytes: Uint8Array,
): RecognisedFormat | null {
  try {
    const opened = open({ bytes, url, contentType })
    if ('feed' in opened) {
      const dialect = FEED_DIALECTS.find((candidate) => candidate.recognises(opened.feed))
      return { id: dialect?.id ?? opened.feed.kind, label: dialect?.label ?? 'Feed', medium: 'feed' }
    }
    const format = JSON_FORMATS.find((candidate) => candidate.recognises(opened.json, url))
    return format === undefined ? null : { id: format.id, label: format.label, medium: 'json' }
  } catch {
    return null // The question is whether we know it; why it cannot be read is said by reading it.
  }
}

function open(document: StatusDocument): { json: unknown } | { feed: Feed } {
  if (document.bytes.length > MAX_DOCUMENT_BYTES) {
    throw new SourceFault('too-large', `more than ${MAX_DOCUMENT_BYTES / 1024 / 1024} MiB of status data`)
  }
  const text = decodeText(document.bytes, document.contentType)
  const start = text.trimStart()[0]
  if (start === undefined) throw new SourceFault('wrong-type', 'the answer is empty')
  if (start !== '{' && start !== '[') return { feed: parseXmlFeed(text, document.url) }
  const json = readJson(text)
  return isJsonFeed(json) ? { feed: parseJsonFeedDocument(json, document.url) } : { json }
}

function readJson(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    throw new SourceFault('unreadable', 'the JSON is broken or cut off', { cause: error })
  }
}

function isJsonFeed(json: unknown): json is object {
  if (!isObject(json)) return false
  if (textOf(json['version'])?.includes('jsonfeed.org/version/') === true) return true
  // Version 1 documents in the wild leave the version out; dated items with ids are nothing else here.
  const items = objectsOf(json['items'])
  return textOf(json['title']) !== null && items.some((item) => 'date_published' in item && 'id' in item)
}
