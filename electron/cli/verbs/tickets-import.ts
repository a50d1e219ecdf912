import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { fileMapping, type FileMapping } from '../../../shared/contract/tickets.ts'
import { type ImportOutcome, importTickets } from '../../backend/api/import-tickets.ts'
import { guessMapping } from '../../backend/connectors/files/file-fields.ts'
import { fileOnDisk } from '../../backend/connectors/files/text-of-file.ts'
import { SourceFault } from '../../backend/connectors/source-fault.ts'
import { openStore } from '../../backend/store/open-store.ts'
import type { Store } from '../../backend/store/store.ts'
import { StoreProblem } from '../../backend/store/store-problem.ts'
import { CliProblem, fileReason } from '../problem.ts'

export interface TicketsImportOptions {
  readonly dataDir: string
  readonly source?: string
  readonly mapping?: string
  readonly json: boolean
}

/**
 * `tickets import FILE`: takes what can be taken and lists every refused row. Gives the exit code: 1 when nothing
 * could be taken. The same file under the same name again doubles nothing.
 */
export async function runTicketsImport(file: string, options: TicketsImportOptions): Promise<number> {
  const sourceName = options.source ?? basename(file)
  if (sourceName.trim() === '' || sourceName.length > 100) {
    throw new CliProblem('The name of a source has 1 to 100 characters: give another with --source.')
  }
  const mapping = options.mapping === undefined ? null : readMapping(options.mapping)
  const outcome = await importInto(resolve(options.dataDir), resolve(file), sourceName, mapping)
  if (options.json) printJson(outcome, sourceName)
  else printLines(outcome, sourceName)
  if (outcome.tickets > 0) return 0
  const why =
    outcome.refusalCount === 0
      ? 'there is no ticket in it'
      : `${counted(outcome.refusalCount, 'row')} refused`
  console.error(`Nothing was imported from ${file}: ${why}.`)
  return 1
}

async function importInto(
  dataDirectory: string,
  file: string,
  sourceName: string,
  mapping: FileMapping | null,
): Promise<ImportOutcome> {
  const store = openAlone(dataDirectory)
  try {
    return await importTickets(
      {
        file: fileOnDisk(file),
        sourceName,
        mappingFor: (columns) => mapping ?? guessMapping(columns),
        namedRefusals: Number.POSITIVE_INFINITY,
      },
      { store, saveSource: (source) => store.sources.save(source), now: Date.now },
    )
  } catch (error) {
    if (error instanceof SourceFault) {
      throw new CliProblem(`Nothing was imported from ${file}: ${error.detail}.`, error)
    }
    throw error
  } finally {
    store.close()
  }
}

/** A running server would not see tickets written past it. */
function openAlone(dataDirectory: string): Store {
  try {
    return openStore({ dataDirectory, now: Date.now })
  } catch (error) {
    if (!(error instanceof StoreProblem) || error.code !== 'locked') throw error
    throw new CliProblem(
      `Meridian is running on ${dataDirectory}: import the file on its Sources page, or stop it first; nothing was changed.`,
      error,
    )
  }
}

function readMapping(file: string): FileMapping {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new CliProblem(
      `The mapping ${file} cannot be read (${fileReason(error)}): nothing was imported.`,
      error,
    )
  }
  const parsed = fileMapping.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new CliProblem(
    `The mapping ${file} cannot be used (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}): nothing was imported.`,
  )
}

function printJson({ sourceId, tickets, events, refusals }: ImportOutcome, source: string): void {
  const refused = refusals.map(({ place, reason }) => ({ place, reason }))
  console.log(JSON.stringify({ source, sourceId, tickets, events, refused }, null, 2))
}

function printLines({ tickets, events, refusals, refusalCount }: ImportOutcome, source: string): void {
  for (const { place, reason } of refusals) console.log(`Refused ${place}: ${reason}`)
  if (tickets === 0) return
  console.log(
    `Taken into the source ${source}: ${counted(tickets, 'ticket')}, ${counted(events, 'event')}; ${counted(refusalCount, 'row')} refused.`,
  )
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
