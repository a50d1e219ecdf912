import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { watch, type FSWatcher } from 'chokidar'
import PQueue from 'p-queue'
import type { FolderState, RecordFolder } from '../../../shared/contract/records.ts'
import type { ColumnProfile } from '../../../shared/records/record-set.ts'
import type { Log } from '../log.ts'
import type { ReadFiles, RecordSettingsStore } from '../store/store.ts'
import { RecordProblem } from './record-problem.ts'
import type { RecordSets } from './record-sets.ts'

export interface RecordFoldersParts {
  readonly store: RecordSettingsStore
  readonly recordSets: Pick<RecordSets, 'import'>
  /** Known ones and those a person kept. */
  readonly layouts: () => readonly ColumnProfile[]
  readonly now: () => number
  readonly log: Log
}

/** Folders whose new files become record sets by themselves. */
export interface RecordFolders {
  list(): FolderState[]
  /** What lies in a folder when it is first watched counts as read: new files are wanted, not old ones. */
  save(folder: RecordFolder): void
  remove(id: string): void
  start(): void
  stop(): Promise<void>
}

/** A switch writes its file in pieces: it is read once nothing was added for so long. */
const SETTLED_MS = 2_000

export function createRecordFolders(parts: RecordFoldersParts): RecordFolders {
  const { store, recordSets, layouts, now, log } = parts
  const watchers = new Map<string, FSWatcher>()
  const faults = new Map<string, string>()
  // One file after the other: a folder of a month must not take the machine from those who ask.
  const queue = new PQueue({ concurrency: 1 })
  const stopping = new AbortController()
  let started = false

  function held(id: string): ReturnType<RecordSettingsStore['folders']>[number] | undefined {
    return store.folders().find(({ folder }) => folder.id === id)
  }

  function unwatch(id: string): Promise<void> {
    const watcher = watchers.get(id)
    watchers.delete(id)
    return watcher?.close() ?? Promise.resolve()
  }

  function follow(folder: RecordFolder): void {
    void unwatch(folder.id)
    faults.delete(folder.id)
    if (!started || stopping.signal.aborted || !folder.enabled) return
    const watcher = watch(folder.path, { depth: 0, awaitWriteFinish: { stabilityThreshold: SETTLED_MS } })
    watchers.set(folder.id, watcher)
    const seen = (path: string): void => void queue.add(() => readFile(folder.id, path))
    watcher.on('add', seen)
    watcher.on('change', seen)
    watcher.on('error', (error) => {
      faults.set(folder.id, `${folder.path} cannot be watched (${reasonOf(error)}): see that it is there.`)
    })
  }

  /** As it is now: it may have been changed or taken away while its files were counted. */
  function followHeld(id: string): void {
    const current = held(id)
    if (current !== undefined) follow(current.folder)
  }

  async function readFile(id: string, path: string): Promise<void> {
    const known = held(id)
    const name = basename(path)
    if (stopping.signal.aborted || known === undefined || !fits(known.folder.pattern, name)) return
    try {
      const stamp = await stampOf(path)
      if (isRead(known.readFiles, name, stamp)) return
      const { profileId, timeZone } = known.folder
      await recordSets.import({
        name,
        files: [{ path, name }],
        timeZone,
        layout: layouts().find((layout) => layout.id === profileId) ?? null,
        ownLayouts: layouts(),
        signal: stopping.signal,
      })
      store.saveRead(id, { ...held(id)?.readFiles, [name]: stamp }, now())
      faults.delete(id)
    } catch (error) {
      if (stopping.signal.aborted) return
      if (!(error instanceof RecordProblem))
        log('error', 'A file of a watched folder was not read.', { error })
      faults.set(
        id,
        error instanceof RecordProblem ? error.message : `${name} could not be read (${reasonOf(error)}).`,
      )
    }
  }

  async function countPresentAsRead(folder: RecordFolder): Promise<void> {
    const names = (await readdir(folder.path)).filter((name) => fits(folder.pattern, name))
    const stamps = await Promise.all(
      names.map(async (name) => [name, await stampOf(join(folder.path, name))] as const),
    )
    store.saveRead(folder.id, Object.fromEntries(stamps), null)
  }

  return {
    list: () =>
      store.folders().map(({ folder, lastImportAt }) => ({
        folder,
        lastImportAt,
        fault: faults.get(folder.id) ?? null,
      })),
    save(folder) {
      const isNew = held(folder.id) === undefined
      store.saveFolder(folder)
      if (!isNew) return follow(folder)
      void countPresentAsRead(folder)
        .then(() => followHeld(folder.id))
        .catch((error: unknown) => {
          faults.set(
            folder.id,
            `${folder.path} cannot be read (${reasonOf(error)}): name a folder of the hub's machine.`,
          )
        })
    },
    remove(id) {
      void unwatch(id)
      faults.delete(id)
      store.removeFolder(id)
    },
    start() {
      started = true
      for (const { folder } of store.folders()) follow(folder)
    },
    async stop() {
      stopping.abort()
      await Promise.all([...watchers.keys()].map(unwatch))
      await queue.onIdle()
    },
  }
}

async function stampOf(path: string): Promise<ReadFiles[string]> {
  const { size, mtimeMs } = await stat(path)
  return { bytes: size, changedAt: Math.round(mtimeMs) }
}

function isRead(readFiles: ReadFiles, name: string, stamp: ReadFiles[string]): boolean {
  const read = readFiles[name]
  return read !== undefined && read.bytes === stamp.bytes && read.changedAt === stamp.changedAt
}

/** `*` stands for anything, whatever the case; hidden files never fit. */
function fits(pattern: string, name: string): boolean {
  const expression = pattern
    .split('*')
    .map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
  return !name.startsWith('.') && new RegExp(`^${expression}$`, 'i').test(name)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
