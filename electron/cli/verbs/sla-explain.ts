import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CalendarFault } from '../../../shared/time/calendar-fault.ts'
import { createPublicHolidays } from '../../../shared/time/holidays.ts'
import { requireZone } from '../../../shared/time/zone.ts'
import { deriveEvidence } from '../../backend/evidence/derive-evidence.ts'
import { openEvidenceKey, type EvidenceKey } from '../../backend/evidence/evidence-key.ts'
import { exportEvidence, exportLedgers, type ExportedTicket } from '../../backend/evidence/export-clocks.ts'
import { createKeyFileSecretKeeper } from '../../backend/secret-keeper.ts'
import { loadPolicies } from '../../backend/sla/policy-library.ts'
import { contractOf } from '../../backend/sla/ticket-contract.ts'
import { FILE_MODE } from '../../backend/store/data-files.ts'
import { openBeside } from '../../backend/store/open-beside.ts'
import { openForReading, type ReadingStore } from '../../backend/store/open-for-reading.ts'
import type { TicketWithEvents } from '../../backend/store/store.ts'
import { createWords } from '../../backend/words/create-words.ts'
import { explanationJson, explanationText, type Explained } from '../explain/explained.ts'
import { findProgram } from '../paths.ts'
import { CliProblem } from '../problem.ts'

export interface ExplainOptions {
  readonly dataDir: string
  readonly clock?: string
  readonly zone?: string
  readonly language: 'en' | 'es'
  readonly json: boolean
  readonly csv?: string
  readonly evidence?: string
}

/** `sla explain CASE`: reads only, also beside a running Meridian. Throws CliProblem and StoreProblem. */
export async function runSlaExplain(caseName: string, options: ExplainOptions): Promise<void> {
  const timeZone = zoneOf(options.zone)
  const dataDirectory = resolve(options.dataDir)
  const store = openForReading(dataDirectory)
  try {
    const held = findTicket(store, caseName)
    const hub = hubOf(store, dataDirectory)
    const exported = { held, contract: hub.contract(held), at: thisSecond() }
    if (options.csv !== undefined) {
      writeTo(options.csv, (await exportLedgers(exported)).text)
      console.log(`The ledgers were written to ${options.csv}.`)
    }
    if (options.evidence !== undefined) await writeEvidence(options.evidence, exported, hub)
    if (options.csv !== undefined || options.evidence !== undefined) return
    const explained = await explain(exported, timeZone, options)
    console.log(
      options.json ? explanationJson(explained) : await explanationText(explained, options.language),
    )
  } finally {
    store.close()
  }
}

/** People read seconds; events of the source's own clock may lie a little ahead anyway. */
function thisSecond(): number {
  return Math.floor(Date.now() / 1_000) * 1_000
}

function zoneOf(named: string | undefined): string {
  const zone = named ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
  try {
    requireZone(zone, 'zone')
    return zone
  } catch (error) {
    if (!(error instanceof CalendarFault)) throw error
    throw new CliProblem(`--zone: ${error.message}; e.g. Europe/Madrid.`, error)
  }
}

function findTicket(store: ReadingStore, caseName: string): TicketWithEvents {
  const { tickets } = store
  const byId = tickets.get(caseName)
  if (byId !== null) return byId
  const found = store.ticketsOfCase(caseName)
  const [first] = found
  if (first === undefined) {
    throw new CliProblem(`There is no case ${caseName} here: give its number as the help desk writes it.`)
  }
  const held = tickets.get(first.ticketId)
  if (found.length === 1 && held !== null) return held
  const candidates = found.map(({ ticketId, subject }) => `${ticketId} (${subject})`).join(', ')
  throw new CliProblem(
    `${found.length} tickets have the number ${caseName}: give the id of one, ${candidates}.`,
  )
}

/** What a hub on this data directory would derive the ticket by. */
interface Hub {
  readonly dataDirectory: string
  readonly publicHolidays: ReturnType<typeof createPublicHolidays>
  contract(held: TicketWithEvents): ReturnType<typeof contractOf>
}

function hubOf({ settings }: ReadingStore, dataDirectory: string): Hub {
  const publicHolidays = createPublicHolidays()
  const shipped = join(findProgram().resources, 'policies')
  const policies = loadPolicies({ shipped, own: join(dataDirectory, 'policies') }, publicHolidays)
  const held = settings.get()
  return { dataDirectory, publicHolidays, contract: ({ ticket }) => contractOf(held, policies, ticket) }
}

async function explain(
  { held, contract, at }: ExportedTicket,
  timeZone: string,
  { clock: clockId, language }: ExplainOptions,
): Promise<Explained> {
  const { policy, reason, unusable } = contract
  if (unusable !== null) {
    throw new CliProblem(`The policy "${unusable}" of this case cannot be used: "meridian check" says why.`)
  }
  const events = held.events.map(({ event }) => event)
  const input = { policy: policy?.compiled ?? null, ticket: held.ticket, events, now: at }
  const clocks = deriveEvidence(input, await createWords(language), timeZone)
  const chosen = clocks.filter(({ clock }) => clockId === undefined || clock.id === clockId)
  if (clockId !== undefined && chosen.length === 0) {
    const ids = clocks.map(({ clock }) => clock.id).join(', ')
    throw new CliProblem(`This case has no clock ${clockId}; it has ${ids === '' ? 'none' : ids}.`)
  }
  return { ticket: held.ticket, policy: policy?.summary ?? null, reason, now: at, timeZone, clocks: chosen }
}

/** Beside a running Meridian too: the hub's key is made where there is none yet. */
async function writeEvidence(file: string, exported: ExportedTicket, hub: Hub): Promise<void> {
  const { dataDirectory, publicHolidays } = hub
  const store = openBeside(dataDirectory)
  try {
    const secretKeeper = createKeyFileSecretKeeper(dataDirectory)
    const key = await openEvidenceKey({ keys: store.keys, secretKeeper, now: Date.now })
    const means = { publicHolidays, version: findProgram().version, key }
    writeTo(file, (await exportEvidence(exported, means)).text)
    console.log(`The evidence was written to ${file}, ${signingOf(key)}.`)
  } finally {
    store.close()
  }
}

function signingOf(key: EvidenceKey): string {
  if (key.unsigned === undefined) return `signed by the key ${key.fingerprint}`
  return `unsigned, because this hub's key cannot be used (${key.unsigned.replace(/\.$/, '')})`
}

function writeTo(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: FILE_MODE })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CliProblem(`The file ${file} cannot be written (${why}).`, error)
  }
}
