import type { Cursor, RunContext, StatusConnector, StatusReading } from '../connector.ts'
import {
  NO_VALIDATORS,
  requestIfChanged,
  type ConditionalAnswer,
  type Validators,
} from '../http/request-if-changed.ts'
import type { HttpAnswer } from '../http-client.ts'
import { SourceFault } from '../source-fault.ts'
import {
  addressConfig,
  addressField,
  longerWish,
  statusPreview,
  validatorsOf,
  type AddressConfig,
} from '../status-source.ts'
import { MAX_DOCUMENT_BYTES, readStatusDocument } from '../status-formats/read-status-document.ts'
import type { StatusReport } from '../status-formats/status-format.ts'

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5'

/** Any RSS, RDF, Atom or JSON feed at a fixed address. */
export const feed: StatusConnector<AddressConfig> = {
  kind: 'feed',
  role: 'status',
  label: 'RSS, Atom or JSON feed',
  configSchema: addressConfig,
  fields: [addressField('Address of the feed itself, for example https://status.example.com/history.atom')],
  read,
  preview,
}

async function read(context: RunContext<AddressConfig>, cursor: Cursor | null): Promise<StatusReading> {
  const known = cursor?.['address'] === context.config.address ? cursor : null
  const reply = await ask(context, validatorsOf(known))
  const { pollAfterMs, clockSkewMs } = reply
  const ttlMs = typeof known?.['ttlMs'] === 'number' ? known['ttlMs'] : null
  if (reply.answer === null) {
    const wish = longerWish(pollAfterMs, ttlMs)
    return {
      snapshot: 'unchanged',
      cursor: { ...known, ...reply.validators },
      pollAfterMs: wish,
      refusals: [],
      clockSkewMs,
    }
  }
  const report = readFeed(reply.answer)
  refuseAnotherFeed(report, known)
  return {
    snapshot: report.snapshot,
    cursor: {
      address: context.config.address,
      title: report.snapshot.pageName,
      site: siteOf(report),
      ttlMs: report.pollAfterMs,
      ...reply.validators,
    },
    pollAfterMs: longerWish(pollAfterMs, report.pollAfterMs),
    refusals: report.refusals,
    clockSkewMs,
  }
}

async function preview(context: RunContext<AddressConfig>) {
  const { answer } = await ask(context, NO_VALIDATORS)
  if (answer === null) throw new SourceFault('wrong-type', 'the first answer was empty')
  return statusPreview(readFeed(answer), context.now(), null)
}

function ask(context: RunContext<AddressConfig>, known: Validators): Promise<ConditionalAnswer> {
  const { http, signal, config } = context
  return requestIfChanged(
    http,
    { url: config.address, accept: ACCEPT, maxBytes: MAX_DOCUMENT_BYTES, signal },
    known,
  )
}

function readFeed(answer: HttpAnswer): StatusReport {
  const contentType = answer.headers['content-type'] ?? null
  const report = readStatusDocument({ bytes: answer.body, url: answer.url, contentType })
  if (report.feed !== null) return report
  throw new SourceFault(
    'not-the-expected-source',
    `this address is no feed but a status document (${report.snapshot.format}); add it as a status page`,
  )
}

/** Titles and sites change singly; where both did, somebody else answers at this address. */
function refuseAnotherFeed(report: StatusReport, known: Cursor | null): void {
  const title = known?.['title'] ?? null
  const site = known?.['site'] ?? null
  if (title === null || site === null) return
  if (title === report.snapshot.pageName || site === siteOf(report)) return
  throw new SourceFault(
    'not-the-expected-source',
    `the feed is now "${report.snapshot.pageName ?? 'without title'}"; it was "${title}"`,
  )
}

function siteOf(report: StatusReport): string | null {
  const { pageUrl } = report.snapshot
  return pageUrl === null ? null : new URL(pageUrl).host
}
