import type { HttpAnswer } from '../http-client.ts'
import { SourceFault } from '../source-fault.ts'
import { JSON_FORMATS } from '../status-formats/formats.ts'
import { readStatusDocument } from '../status-formats/read-status-document.ts'
import type { StatusReport } from '../status-formats/status-format.ts'

/** Where a page keeps its status, and what it said there. */
export interface DiscoveredPage {
  readonly endpoint: string
  readonly report: StatusReport
}

/** Faults that mean "not here": another address may still be right. Anything else is the server's own trouble. */
const NOT_HERE: readonly string[] = [
  'not-found',
  'forbidden',
  'wrong-type',
  'not-the-expected-source',
  'unreadable',
  'truncated',
  'too-large',
  'redirected-away',
]

export function meansNotHere(error: unknown): error is SourceFault {
  return error instanceof SourceFault && NOT_HERE.includes(error.code)
}

/**
 * Finds the status document of a page: the address itself, else the places where the known formats keep theirs, one
 * request after the other. Throws the first fault that is not "not here", else `not-the-expected-source`.
 */
export async function discoverPage(
  address: string,
  ask: (url: string) => Promise<HttpAnswer>,
): Promise<DiscoveredPage> {
  const page = new URL(address)
  const endpoints = JSON_FORMATS.flatMap((format) => format.endpoints(page))
  for (const endpoint of new Set([page.href, ...endpoints])) {
    try {
      return { endpoint, report: readAnswer(await ask(endpoint)) }
    } catch (error) {
      if (!meansNotHere(error)) throw error
    }
  }
  throw new SourceFault('not-the-expected-source', `no status page of a known format at ${page.host}`)
}

export function readAnswer(answer: HttpAnswer): StatusReport {
  const contentType = answer.headers['content-type'] ?? null
  return readStatusDocument({ bytes: answer.body, url: answer.url, contentType })
}
