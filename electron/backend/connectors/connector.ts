import type * as z from 'zod'
import type { SettingField, SourcePreview } from '../../../shared/contract/sources.ts'
import type { Refusal } from '../../../shared/records/source.ts'
import type { StatusSnapshot } from '../../../shared/records/status-page.ts'
import type { TicketAbsence, TicketRecord } from '../../../shared/records/ticket.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import type { HttpClient } from './http-client.ts'

/** What a connector remembers between runs. It writes and reads it; sync only stores it with the records. */
export type Cursor = Readonly<Record<string, string | number | boolean | null>>

/** Everything a run may use. A connector touches no database and no global. */
export interface RunContext<Config> {
  readonly config: Config
  readonly secrets: Readonly<Record<string, string>>
  readonly http: HttpClient
  readonly now: () => number
  readonly signal: AbortSignal
}

/** A ticket with those of its events that this run read. Repeats are harmless: events are keyed. */
export interface TicketBatchEntry {
  readonly ticket: TicketRecord
  readonly events: readonly TicketEvent[]
}

/** One page of a run. Sync stores records, refusals and cursor of a page in one transaction. */
export interface TicketPage {
  readonly entries: readonly TicketBatchEntry[]
  /** Tickets known to have left the source's scope. */
  readonly absent: readonly { externalId: string; absence: TicketAbsence }[]
  readonly refusals: readonly Omit<Refusal, 'at'>[]
  readonly cursor: Cursor
  readonly progress: { done: number; total: number | null }
  readonly clockSkewMs: number | null
}

interface ConnectorBase<Config> {
  readonly kind: string
  /** Name of the vendor or format as people call it, English. */
  readonly label: string
  /** Refuses bad settings with the field as path. */
  readonly configSchema: z.ZodType<Config>
  /** The settings form, secrets included. */
  readonly fields: readonly SettingField[]
}

export interface TicketConnector<Config = unknown> extends ConnectorBase<Config> {
  readonly role: 'tickets'
  /**
   * Yields what changed since `cursor` (null: everything in scope), oldest change first, with an overlap so that
   * nothing is missed. Throws SourceFault.
   */
  pull(context: RunContext<Config>, cursor: Cursor | null): AsyncIterable<TicketPage>
  /**
   * Lists the external ids in scope now, so that deleted, merged and moved tickets are noticed; `known` are the
   * ids we hold as present. Yields the same pages; sync calls it now and then.
   */
  sweep?(context: RunContext<Config>, known: readonly string[]): AsyncIterable<TicketPage>
  preview(context: RunContext<Config>): Promise<SourcePreview>
  /** For sources that can tell by themselves that something changed, e.g. a watched file. */
  watch?(context: RunContext<Config>, changed: () => void): () => void
}

/** What one reading of a status source gave. `unchanged` still counts as a success: the source answered. */
export interface StatusReading {
  readonly snapshot: StatusSnapshot | 'unchanged'
  /** ETag, Last-Modified, body hash: whatever the next conditional request needs. */
  readonly cursor: Cursor
  /** The source's own wish (ttl, max-age); sync never asks more often. */
  readonly pollAfterMs: number | null
  readonly refusals: readonly Omit<Refusal, 'at'>[]
  readonly clockSkewMs: number | null
}

export interface StatusConnector<Config = unknown> extends ConnectorBase<Config> {
  readonly role: 'status'
  read(context: RunContext<Config>, cursor: Cursor | null): Promise<StatusReading>
  preview(context: RunContext<Config>): Promise<SourcePreview>
}

export type Connector = TicketConnector | StatusConnector
