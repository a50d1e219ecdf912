import type { HttpAnswer } from '../http-client.ts'
import type { Cursor, RunContext, StatusConnector, StatusReading } from '../connector.ts'
import { NO_VALIDATORS } from '../http/request-if-changed.ts'
import { SourceFault } from '../source-fault.ts'
import {
  addressConfig,
  addressField,
  cursorText,
  longerWish,
  statusPreview,
  validatorsOf,
  type AddressConfig,
} from '../status-source.ts'
import type { StatusReport } from '../status-formats/status-format.ts'
import { discoverPage } from './discover-page.ts'
import { askFor, readPage } from './read-page.ts'

/** A provider's status page by its address alone: Statuspage and every other JSON format we know. */
export const statuspage: StatusConnector<AddressConfig> = {
  kind: 'statuspage',
  role: 'status',
  label: 'Status page',
  configSchema: addressConfig,
  fields: [addressField('Address of the page as you open it, for example https://status.example.com')],
  read,
  preview,
}

async function read(context: RunContext<AddressConfig>, cursor: Cursor | null): Promise<StatusReading> {
  const { address } = context.config
  const known = cursor?.['address'] === address ? cursor : null
  const endpoint = cursorText(known, 'endpoint') ?? (await findEndpoint(context))
  const reading = await readPage(context, endpoint, cursorText(known, 'format'), validatorsOf(known))
  const { report, validators, clockSkewMs } = reading
  if (report === null) {
    const stated = typeof known?.['pollAfterMs'] === 'number' ? known['pollAfterMs'] : null
    const pollAfterMs = longerWish(reading.pollAfterMs, stated)
    return {
      snapshot: 'unchanged',
      cursor: { ...known, ...validators },
      pollAfterMs,
      refusals: [],
      clockSkewMs,
    }
  }
  refuseAnotherPage(report, known)
  return {
    snapshot: report.snapshot,
    cursor: {
      address,
      endpoint,
      format: report.snapshot.format,
      pageId: report.pageId,
      pageName: report.snapshot.pageName,
      pollAfterMs: report.pollAfterMs,
      ...validators,
    },
    pollAfterMs: longerWish(reading.pollAfterMs, report.pollAfterMs),
    refusals: report.refusals,
    clockSkewMs,
  }
}

/** Reads the page as a first run would; for a feed it shows what the feed says and where it belongs. */
async function preview(context: RunContext<AddressConfig>) {
  const { endpoint, report } = await discoverPage(context.config.address, askWith(context))
  const now = context.now()
  if (report.feed !== null) {
    const { code, detail } = isFeed(report)
    return statusPreview(report, now, { code, detail, at: now })
  }
  const reading = await readPage(context, endpoint, report.snapshot.format, NO_VALIDATORS)
  return statusPreview(reading.report ?? report, now, null)
}

async function findEndpoint(context: RunContext<AddressConfig>): Promise<string> {
  const { endpoint, report } = await discoverPage(context.config.address, askWith(context))
  if (report.feed !== null) throw isFeed(report)
  return endpoint
}

function askWith(context: RunContext<AddressConfig>): (url: string) => Promise<HttpAnswer> {
  return async (url) => {
    const { answer } = await askFor(context, url)
    if (answer === null) throw new SourceFault('wrong-type', 'it answered "not modified" to a first question')
    return answer
  }
}

function isFeed(report: StatusReport): SourceFault {
  const title = report.feed?.title ?? 'without title'
  return new SourceFault('not-the-expected-source', `this address is the feed "${title}"; add it as a feed`)
}

/** The same address with another identity is another provider, or a parking page: never mixed into what we hold. */
function refuseAnotherPage(report: StatusReport, known: Cursor | null): void {
  if (report.feed !== null) throw isFeed(report)
  const knownId = cursorText(known, 'pageId')
  if (knownId === null || report.pageId === null || knownId === report.pageId) return
  const was = cursorText(known, 'pageName') ?? knownId
  throw new SourceFault(
    'not-the-expected-source',
    `the page is now "${report.snapshot.pageName ?? report.pageId}"; it was "${was}"`,
  )
}
