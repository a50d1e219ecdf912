import type { Attention } from '../../../shared/contract/alerts.ts'
import type { AnalysisSummary } from '../../../shared/contract/analyses.ts'
import type { RecordFolder } from '../../../shared/contract/records.ts'
import type { SavedView, Settings } from '../../../shared/contract/settings.ts'
import type { ProviderPage } from '../../../shared/contract/status.ts'
import type { StoredTicket } from '../../../shared/contract/tickets.ts'
import type { Role } from '../../../shared/contract/roles.ts'
import type { Analysis } from '../../../shared/records/analysis.ts'
import type { FixConfirmation } from '../../../shared/records/fix-confirmation.ts'
import type { IncidentReport } from '../../../shared/records/incident-report.ts'
import type { ColumnProfile } from '../../../shared/records/record-set.ts'
import type { Fault, Refusal, SourceRole } from '../../../shared/records/source.ts'
import type { StatusSnapshot } from '../../../shared/records/status-page.ts'
import type { TicketStatus } from '../../../shared/records/ticket.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'
import type { Cursor, TicketPage } from '../connectors/connector.ts'

/** A source as stored. Secrets are sealed by the shell's secret keeper before they come here. */
export interface StoredSource {
  readonly id: string
  readonly kind: string
  readonly role: SourceRole
  readonly name: string
  readonly enabled: boolean
  readonly pollSeconds: number
  readonly config: Readonly<Record<string, unknown>>
  /** Name → sealed text. */
  readonly sealedSecrets: Readonly<Record<string, string>>
}

/** What survives a restart of a source's health. */
export interface StoredSourceRun {
  readonly cursor: Cursor | null
  readonly lastSuccessAt: number | null
  readonly lastAttemptAt: number | null
  readonly lastSweepAt: number | null
  /** The source asked us not to come before (Retry-After); obeyed across restarts. */
  readonly notBefore: number | null
  readonly fault: Fault | null
  readonly failures: number
  readonly clockSkewMs: number | null
  /** The settings changed: until a run has read everything once more, held events take their new reading. */
  readonly interpretAnew: boolean
}

export interface RecordedEvent {
  readonly event: TicketEvent
  /** When we first learnt of it, by our clock. */
  readonly recordedAt: number
}

export interface TicketWithEvents {
  readonly ticket: StoredTicket
  /** By `at`, then by the order in which they were recorded. */
  readonly events: readonly RecordedEvent[]
}

interface SearchHit {
  readonly ticketId: string
  readonly caseNumber: string
  readonly subject: string
  readonly customer: string | null
  readonly status: TicketStatus
  readonly updatedAt: number
  readonly excerpt: string
}

/** What a page changed: the tickets to derive again. */
export interface PageOutcome {
  readonly changedTicketIds: readonly string[]
  readonly newEvents: number
}

export interface TicketStore {
  /**
   * Upserts a page's tickets and appends the events not yet held, with cursor and refusals, in one transaction.
   * Repeating a page changes nothing. While the source is to be interpreted anew, held heads and events take the
   * page's reading, whatever their age. `cursor` null leaves the stored one (sweeps, one-off imports).
   */
  applyPage(sourceId: string, page: TicketPage, options: { now: number; keepCursor?: boolean }): PageOutcome
  get(ticketId: string): TicketWithEvents | null
  /**
   * Tickets that are present and not settled, or resolved although the fix failed, with their events, in one pass. For deriving: an event's `text` is
   * left empty here, since no clock reads it and it is most of the bytes; `get` gives it.
   */
  open(): TicketWithEvents[]
  /** Those of the given tickets that are open now, as `open` gives them. */
  openOf(ticketIds: readonly string[]): TicketWithEvents[]
  /**
   * Present tickets created in [from, to), settled ones too, as `open` gives them, in slices of `size`: between two
   * slices others may read and write.
   */
  createdBetween(from: number, to: number, size: number): Iterable<TicketWithEvents[]>
  countCreatedBetween(from: number, to: number): number
  presentExternalIds(sourceId: string): string[]
  /** Any text is safe. All words must occur; the last one may be the beginning of a word. Best match first. */
  search(words: string, limit: number): SearchHit[]
  count(): { tickets: number; open: number; events: number }
}

export interface StatusStore {
  /** Keeps the snapshot if it differs from the last (a new `changedAt`), always moves `checkedAt`. */
  saveReading(
    sourceId: string,
    snapshot: StatusSnapshot | 'unchanged',
    cursor: Cursor,
    now: number,
  ): { changed: boolean }
  pages(): ProviderPage[]
  /** Null until the source was read once. */
  page(sourceId: string): ProviderPage | null
}

export interface SourceStore {
  list(): StoredSource[]
  get(sourceId: string): StoredSource | null
  /**
   * Another kind or config forgets the cursor (and a status page's snapshot), so that everything is asked again, and
   * has tickets interpreted anew.
   */
  save(source: StoredSource): void
  /** Removes the source and every record that came from it. */
  remove(sourceId: string): void
  run(sourceId: string): StoredSourceRun
  saveRun(sourceId: string, run: Partial<StoredSourceRun>): void
  /** Lists these and no others; those of a ticket page are added by `applyPage`. */
  saveRefusals(sourceId: string, refusals: readonly Refusal[]): void
  refusals(sourceId: string, limit: number): { refusals: Refusal[]; total: number }
  recordCount(sourceId: string): number
}

export interface SettingsStore {
  get(): Settings
  save(settings: Settings): void
  views(): SavedView[]
  saveView(view: SavedView): void
  removeView(id: string): void
}

export interface StoredUser {
  readonly name: string
  readonly role: Role
  readonly passwordHash: string
  readonly createdAt: number
}
export interface StoredSession {
  /** SHA-256 of the cookie's text: a stolen database opens no session. */
  readonly tokenHash: string
  readonly userName: string
  readonly createdAt: number
  readonly expiresAt: number
}
export interface StoredWallToken {
  readonly id: string
  readonly label: string
  readonly tokenHash: string
  readonly createdAt: number
  readonly lastUsedAt: number | null
}

export interface AccessStore {
  users(): StoredUser[]
  user(name: string): StoredUser | null
  saveUser(user: StoredUser): void
  /** Also ends the user's sessions. */
  removeUser(name: string): void
  session(tokenHash: string): StoredSession | null
  saveSession(session: StoredSession): void
  removeSession(tokenHash: string): void
  removeExpiredSessions(now: number): void
  wallTokens(): StoredWallToken[]
  wallToken(tokenHash: string): StoredWallToken | null
  saveWallToken(token: StoredWallToken): void
  removeWallToken(id: string): void
}

export interface RecordedEscalation {
  readonly ticketId: string
  readonly stepId: string
  /** UTC milliseconds. */
  readonly at: number
  readonly by: string
  readonly summary: string
}

/** Steps of escalation ladders that were taken. Append-only: a step is taken once. */
export interface EscalationStore {
  of(ticketId: string): readonly RecordedEscalation[]
  /** False where the step was taken before; nothing is changed then. */
  record(escalation: RecordedEscalation): boolean
}

export interface Acknowledgement {
  readonly alertId: string
  readonly ticketId: string
  readonly by: string
  readonly at: number
}

export interface AlertStore {
  acknowledgements(): Acknowledgement[]
  /** The first to acknowledge an alert stays. */
  acknowledge(acknowledgements: readonly Acknowledgement[]): void
  /** Forgets those of alerts that no longer stand. */
  forget(alertIds: readonly string[]): void
  /** Null until the person has said. */
  attention(person: string): Attention | null
  saveAttention(person: string, attention: Attention): void
}

/** A key pair of this hub, PEM; the private one sealed by the shell's secret keeper. */
export interface StoredKey {
  readonly publicKey: string
  readonly sealedPrivateKey: string
  readonly createdAt: number
}

export interface KeyStore {
  get(purpose: 'evidence'): StoredKey | null
  /** The first key kept stays: what it signed is out in the world. */
  save(purpose: 'evidence', key: StoredKey): void
}

/** Which of the kept; one that is left out does not matter. */
export interface AnalysisFilter {
  readonly ticketId?: string | undefined
  readonly recordSetId?: string | undefined
}

/** Analyses that were made. What they asked and found never changes. */
export interface AnalysisStore {
  /** Pinned first, then newest. */
  list(filter: AnalysisFilter): AnalysisSummary[]
  get(id: string): Analysis | null
  add(analysis: Analysis): void
  change(id: string, change: { name: string; pinned: boolean; ticketId: string | null }): void
  remove(id: string): void
}

export interface ConfirmationFilter {
  readonly ticketId?: string | undefined
  readonly analysisId?: string | undefined
}

/** Fixes that were tried. Append-only. */
export interface ConfirmationStore {
  /** Newest first. */
  list(filter: ConfirmationFilter): FixConfirmation[]
  add(confirmation: FixConfirmation): void
  /** Ticket → when the last confirmation that could tell said that the fault is still there. */
  failedFixes(): Map<string, number>
}

export interface ReportStore {
  /** Newest first. */
  list(filter: ConfirmationFilter): IncidentReport[]
  get(id: string): IncidentReport | null
  save(report: IncidentReport): void
  remove(id: string): void
}

/** Name → size and time of change, as they were when it was read. */
export type ReadFiles = Readonly<Record<string, { readonly bytes: number; readonly changedAt: number }>>

export interface StoredFolder {
  readonly folder: RecordFolder
  readonly readFiles: ReadFiles
  readonly lastImportAt: number | null
}

/** How files of records are read, and which folders they come from. */
export interface RecordSettingsStore {
  profiles(): ColumnProfile[]
  saveProfile(profile: ColumnProfile): void
  removeProfile(id: string): void
  folders(): StoredFolder[]
  /** Keeps what is known of the files that were read. */
  saveFolder(folder: RecordFolder): void
  /** `at`: when one was imported; null leaves the time of the last import as it is. */
  saveRead(folderId: string, readFiles: ReadFiles, at: number | null): void
  removeFolder(id: string): void
}

/** The database, open and sound. Made by `openStore` in `open-store.ts`. */
export interface Store {
  readonly tickets: TicketStore
  readonly status: StatusStore
  readonly sources: SourceStore
  readonly settings: SettingsStore
  readonly access: AccessStore
  readonly escalations: EscalationStore
  readonly alerts: AlertStore
  readonly keys: KeyStore
  readonly analyses: AnalysisStore
  readonly confirmations: ConfirmationStore
  readonly reports: ReportStore
  readonly recordSettings: RecordSettingsStore
  /** A consistent copy while running; resolves when it is complete. */
  backup(toFile: string, progress?: (done: number, total: number) => void): Promise<void>
  close(): void
}
