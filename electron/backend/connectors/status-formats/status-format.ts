import type { Refusal } from '../../../../shared/records/source.ts'
import type {
  ProviderComponent,
  ProviderIncident,
  ServiceState,
  StatusSnapshot,
} from '../../../../shared/records/status-page.ts'
import type { Feed } from './feed/feed.ts'
import { isObject, type JsonObject } from './json/fields.ts'

type FactValue = string | number | boolean | null | readonly FactValue[]
/** What a format states and the snapshot has no place for: region, severity, uptime. Shown, never reckoned with. */
export type Facts = Readonly<Record<string, FactValue>>

export type RecordRefusal = Omit<Refusal, 'at'>

/** Everything one document said. Times are UTC milliseconds. */
export interface StatusReport {
  readonly snapshot: StatusSnapshot
  /** The page's own identity where it states one: a different one at the same address is a different page. */
  readonly pageId: string | null
  /** Names of groups; a group is never a component. */
  readonly groups: readonly string[]
  /** The page's wish not to be asked more often. */
  readonly pollAfterMs: number | null
  readonly refusals: readonly RecordRefusal[]
  readonly facts: Facts
  /** By external id. */
  readonly componentFacts: Readonly<Record<string, Facts>>
  readonly incidentFacts: Readonly<Record<string, Facts>>
  /** Where the document is a feed: its entries as they stand. */
  readonly feed: Feed | null
}

/** One vendor's JSON. Adding a format is one file of this shape and one line in `formats.ts`. */
export interface JsonFormat {
  readonly id: string
  /** As people call it. */
  readonly label: string
  /**
   * Addresses to try for a page, best first; the first that this format recognises is the page's document, the
   * ones after it in `companions` complete it.
   */
  readonly endpoints: (page: URL) => readonly string[]
  /** Further documents that complete the one found at `endpoint`; each may be missing. */
  readonly companions?: Companions
  recognises(json: unknown, url: string | null): boolean
  read(json: unknown, url: string | null): StatusReport
}

export interface Companions {
  readonly addresses: (endpoint: URL) => readonly string[]
  /** Whether they change while the main document does not: then all are read each time. */
  readonly changeAlone: boolean
}

/** A vendor's way of writing a feed. `plain-feed.ts` takes what no dialect recognises. */
export interface FeedDialect {
  readonly id: string
  readonly label: string
  recognises(feed: Feed): boolean
  read(feed: Feed): StatusReport
}

interface ReportParts extends Partial<Omit<StatusReport, 'snapshot'>> {
  readonly pageName?: string | null
  readonly pageUrl?: string | null
  readonly overallRaw?: string | null
  readonly overallDescription?: string | null
  readonly overall: ServiceState
  readonly pageUpdatedAt?: number | null
  readonly components?: readonly ProviderComponent[]
  readonly incidents?: readonly ProviderIncident[]
}

/** A report with everything a format does not state left empty. */
export function statusReport(format: string, parts: ReportParts): StatusReport {
  return {
    snapshot: {
      format,
      pageName: parts.pageName ?? null,
      pageUrl: parts.pageUrl ?? null,
      overallRaw: parts.overallRaw ?? null,
      overallDescription: parts.overallDescription ?? null,
      overall: parts.overall,
      pageUpdatedAt: parts.pageUpdatedAt ?? null,
      components: [...(parts.components ?? [])],
      incidents: [...(parts.incidents ?? [])],
    },
    pageId: parts.pageId ?? null,
    groups: parts.groups ?? [],
    pollAfterMs: parts.pollAfterMs ?? null,
    refusals: parts.refusals ?? [],
    facts: parts.facts ?? {},
    componentFacts: parts.componentFacts ?? {},
    incidentFacts: parts.incidentFacts ?? {},
    feed: parts.feed ?? null,
  }
}

/** Reads a list entry by entry; what `read` gives null for, or is no object, is refused with its place. */
export function readEntries<T>(
  entries: readonly unknown[],
  place: string,
  refusals: RecordRefusal[],
  read: (entry: JsonObject, index: number) => T | null,
): T[] {
  return entries.flatMap((entry, index) => {
    const taken = isObject(entry) ? read(entry, index) : null
    if (taken !== null) return [taken]
    const reason = isObject(entry) ? 'It has no name.' : 'It is not an object.'
    refusals.push({ place: `${place}[${index}]`, reason })
    return []
  })
}
