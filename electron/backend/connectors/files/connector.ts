import { createHash } from 'node:crypto'
import { watch } from 'chokidar'
import * as z from 'zod'
import { fileMapping, type FileMapping } from '../../../../shared/contract/tickets.ts'
import type { SourcePreview } from '../../../../shared/contract/sources.ts'
import type { Cursor, RunContext, TicketConnector, TicketPage } from '../connector.ts'
import { severityMap } from '../mapping/severity-map.ts'
import { statusMap } from '../mapping/status-map.ts'
import { settingField } from '../setting-field.ts'
import { SourceFault } from '../source-fault.ts'
import { FILE_FIELDS, guessMapping } from './file-fields.ts'
import { previewTicketFile } from './preview-ticket-file.ts'
import { fileOnDisk, fileStamp, type FileBytes } from './text-of-file.ts'
import { readTicketFiles } from './ticket-file.ts'

const filesConfig = z.strictObject({
  path: z.string().min(1),
  /** A second file with events only. */
  eventsPath: z.string().default(''),
  /** Our fields' columns; none: guessed from the header. */
  columns: fileMapping.shape.columns.default({}),
  constants: fileMapping.shape.constants.default({}),
  statuses: statusMap.default({}),
  severities: severityMap.default({}),
  timeZone: z.string().default(''),
  /** Whether the file always lists every ticket, so that one missing from it has left. */
  listsAll: z.boolean().default(false),
})
type FilesConfig = z.infer<typeof filesConfig>

/** A file that keeps changing is taken up when its writer has let go of it for this long. */
const SETTLED_AFTER_MS = 1_000
/** How often a reading starts over when the file changes under it. */
const READINGS_AT_MOST = 3

/** Tickets from a CSV, JSON or NDJSON file, read again whenever it changes. */
export const files: TicketConnector<FilesConfig> = {
  role: 'tickets',
  kind: 'file',
  label: 'File (CSV, JSON, NDJSON)',
  configSchema: filesConfig,
  fields: [
    settingField('path', 'File', 'path', { required: true, help: 'On the computer Meridian runs on.' }),
    settingField('eventsPath', 'File of events', 'path', { help: 'Only if they are in a second file.' }),
    settingField('columns', 'Columns', 'field-map', {
      help: 'Empty: found by their names.',
      fallback: {},
      choices: [...FILE_FIELDS],
    }),
    settingField('statuses', 'Statuses', 'status-map', { fallback: {} }),
    settingField('severities', 'Severities', 'severity-map', { fallback: {} }),
    settingField('timeZone', 'Time zone', 'text', {
      help: 'Of times without an offset, for example Europe/Madrid. Without it such times are refused.',
    }),
    settingField('listsAll', 'Lists every ticket', 'boolean', {
      help: 'A ticket that is no longer in the file has left.',
      fallback: false,
    }),
  ],
  pull,
  sweep,
  preview,
  watch: watchFiles,
}

async function* pull({ config }: RunContext<FilesConfig>, cursor: Cursor | null): AsyncIterable<TicketPage> {
  const scope = createHash('sha256').update(JSON.stringify(config)).digest('base64url').slice(0, 22)
  for (let reading = 1; reading <= READINGS_AT_MOST; reading += 1) {
    const stamp = await stampOf(config)
    const finished: Cursor = { scope, stamp }
    if (cursor?.['scope'] === scope && cursor['stamp'] === stamp) {
      yield pageOf([], [], finished, 0)
      return
    }
    let done = 0
    for await (const { entries, refusals } of readTicketFiles(bytesOf(config), {
      mappingFor: mappingWith(config),
    })) {
      done += entries.length
      // Read again from the start after a crash: a file has no place to go on from.
      yield pageOf(entries, refusals, { scope, stamp: '' }, done)
    }
    if ((await stampOf(config)) === stamp) {
      yield pageOf([], [], finished, done)
      return
    }
  }
  throw new SourceFault('file-unreadable', 'the file keeps changing while it is read')
}

async function* sweep(
  { config }: RunContext<FilesConfig>,
  known: readonly string[],
): AsyncIterable<TicketPage> {
  if (!config.listsAll) return
  const listed = new Set<string>()
  for await (const { entries } of readTicketFiles(bytesOf(config), { mappingFor: mappingWith(config) })) {
    for (const { ticket } of entries) listed.add(ticket.externalId)
  }
  // A file without a single ticket is an export that failed, not a desk that lost all its tickets.
  if (listed.size === 0) return
  const gone = known.filter((externalId) => !listed.has(externalId))
  const absent = gone.map((externalId) => ({ externalId, absence: 'out-of-scope' as const }))
  yield { ...pageOf([], [], {}, gone.length), absent }
}

async function preview({ config, now }: RunContext<FilesConfig>): Promise<SourcePreview> {
  await stampOf(config)
  const found = await previewTicketFile(bytesOf(config), mappingWith(config), now())
  return {
    fault: null,
    snapshot: null,
    tickets: found.tickets.map((mapped, index) => ({
      raw: { ...mapped.fields, id: mapped.externalId, subject: mapped.subject, status: mapped.rawStatus },
      mapped,
      events: found.events[index] ?? [],
    })),
    observed: { queues: [], statuses: [], severities: [], fields: found.columns },
    refusals: found.refusals,
  }
}

function watchFiles({ config }: RunContext<FilesConfig>, changed: () => void): () => void {
  const watcher = watch(pathsOf(config), {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: SETTLED_AFTER_MS, pollInterval: 200 },
  })
  watcher.on('all', changed)
  // A file that cannot be watched is still read at every poll, which names the fault.
  watcher.on('error', changed)
  return () => void watcher.close()
}

function pathsOf({ path, eventsPath }: FilesConfig): string[] {
  return eventsPath === '' ? [path] : [path, eventsPath]
}

function bytesOf(config: FilesConfig): FileBytes[] {
  return pathsOf(config).map(fileOnDisk)
}

async function stampOf(config: FilesConfig): Promise<string> {
  return (await Promise.all(pathsOf(config).map(fileStamp))).join(' ')
}

/** What is set goes over what is guessed; a column that a file does not have is left to the guess. */
function mappingWith(config: FilesConfig): (columns: readonly string[]) => FileMapping {
  return (columns) => {
    const guess = guessMapping(columns)
    const set = Object.entries(config.columns).filter(([, column]) => columns.includes(column))
    return {
      columns: { ...guess.columns, ...Object.fromEntries(set) },
      constants: config.constants,
      statuses: { ...guess.statuses, ...config.statuses },
      severities: config.severities,
      timeZone: config.timeZone === '' ? null : config.timeZone,
    }
  }
}

function pageOf(
  entries: TicketPage['entries'],
  refusals: TicketPage['refusals'],
  cursor: Cursor,
  done: number,
): TicketPage {
  return { entries, refusals, absent: [], cursor, progress: { done, total: null }, clockSkewMs: null }
}
