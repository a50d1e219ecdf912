import { createHash } from 'node:crypto'
import {
  NO_VALIDATORS,
  requestIfChanged,
  type ConditionalAnswer,
  type Validators,
} from '../http/request-if-changed.ts'
import type { HttpClient } from '../http-client.ts'
import { SourceFault } from '../source-fault.ts'
import { JSON_FORMATS } from '../status-formats/formats.ts'
import { mergeReports } from '../status-formats/merge-reports.ts'
import { MAX_DOCUMENT_BYTES } from '../status-formats/read-status-document.ts'
import type { Companions, StatusReport } from '../status-formats/status-format.ts'
import { meansNotHere, readAnswer } from './discover-page.ts'

export interface PageReading {
  /** Null where nothing changed since `known`. */
  readonly report: StatusReport | null
  readonly validators: Validators
  readonly pollAfterMs: number | null
  readonly clockSkewMs: number | null
}

interface Network {
  readonly http: HttpClient
  readonly signal: AbortSignal
}

/** What one document of a page needs asking for. */
export function askFor(
  network: Network,
  url: string,
  known: Validators = NO_VALIDATORS,
): Promise<ConditionalAnswer> {
  const { http, signal } = network
  const accept = 'application/json, */*;q=0.5'
  return requestIfChanged(http, { url, accept, maxBytes: MAX_DOCUMENT_BYTES, signal }, known)
}

/**
 * A page's main document and what completes it. `format` is the page's format as known before, null on the first
 * reading. A companion that is missing or broken is told as a refusal; the main document still counts.
 */
export async function readPage(
  network: Network,
  endpoint: string,
  format: string | null,
  known: Validators,
): Promise<PageReading> {
  const changesAlone = companionsOf(format)?.changeAlone === true
  const { answer, ...reply } = await askFor(network, endpoint, changesAlone ? NO_VALIDATORS : known)
  if (answer === null) return { report: null, ...reply }
  const main = readAnswer(answer)
  const companions = await readCompanions(network, endpoint, main.snapshot.format)
  const report = companions.reports.reduce(mergeReports, main)
  const told = { ...report, refusals: [...report.refusals, ...companions.refusals] }
  // Asking conditionally would never read again what only failed for now.
  if (companions.failedForNow) return { ...reply, report: told, validators: NO_VALIDATORS }
  if (companionsOf(main.snapshot.format)?.changeAlone !== true) return { ...reply, report: told }
  const bodyHash = hashOf([reply.validators.bodyHash, ...companions.hashes])
  const validators = { etag: null, lastModified: null, bodyHash }
  return { ...reply, report: bodyHash === known.bodyHash ? null : told, validators }
}

interface CompanionReadings {
  readonly reports: StatusReport[]
  readonly hashes: (string | null)[]
  readonly refusals: { place: string; reason: string }[]
  failedForNow: boolean
}

async function readCompanions(
  network: Network,
  endpoint: string,
  format: string,
): Promise<CompanionReadings> {
  const readings: CompanionReadings = { reports: [], hashes: [], refusals: [], failedForNow: false }
  for (const url of companionsOf(format)?.addresses(new URL(endpoint)) ?? []) {
    try {
      const { answer, validators } = await askFor(network, url)
      if (answer !== null) readings.reports.push(readAnswer(answer))
      readings.hashes.push(validators.bodyHash)
    } catch (error) {
      // A server that asks to be left alone means the whole page; an abort is nobody's fault.
      if (!(error instanceof SourceFault) || error.code === 'rate-limited') throw error
      readings.refusals.push({ place: new URL(url).pathname, reason: `Not read: ${error.detail}.` })
      if (!meansNotHere(error)) readings.failedForNow = true
    }
  }
  return readings
}

function companionsOf(format: string | null): Companions | undefined {
  return JSON_FORMATS.find((candidate) => candidate.id === format)?.companions
}

function hashOf(parts: readonly (string | null)[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}
