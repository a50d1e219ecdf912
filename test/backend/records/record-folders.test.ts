import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createRecordFolders, type RecordFolders } from '../../../electron/backend/records/record-folders.ts'
import type { RecordFolder } from '../../../shared/contract/records.ts'
import { MONDAY } from '../store/made-pages.ts'
import { temporaryStore } from '../store/temporary-store.ts'
import { recordDesk } from './record-import.ts'

const CALLS = 'carrier,sip_code\nAlpha,200\nBeta,503\n'

/** A watched folder in a world of its own, and what became of its files. */
async function watchedFolder(change: Partial<RecordFolder> = {}) {
  const desk = await recordDesk()
  const { recordSettings } = temporaryStore()
  const path = join(desk.directory, 'watched')
  mkdirSync(path)
  const logged: string[] = []
  function startFolders() {
    const folders = createRecordFolders({
      store: recordSettings,
      recordSets: desk.sets,
      layouts: () => recordSettings.profiles(),
      now: () => MONDAY,
      log: (_level, message) => void logged.push(message),
    })
    folders.start()
    onTestFinished(() => folders.stop())
    return folders
  }
  const folder: RecordFolder = {
    id: 'switch',
    name: 'Switch',
    path,
    pattern: '*.csv',
    profileId: null,
    timeZone: 'UTC',
    enabled: true,
    ...change,
  }
  const put = (name: string, text: string) => writeFileSync(join(path, name), text)
  const readFiles = () => Object.keys(recordSettings.folders()[0]?.readFiles ?? {}).toSorted()
  /** Watches it, with `old.csv` in it; what is put there afterwards is new. */
  async function watch(folders: RecordFolders = startFolders()): Promise<RecordFolders> {
    put('old.csv', CALLS)
    folders.save(folder)
    await expect.poll(readFiles).toContain('old.csv')
    return folders
  }
  return {
    path,
    folder,
    logged,
    startFolders,
    watch,
    put,
    readFiles,
    names: () =>
      desk.sets
        .list()
        .map(({ name }) => name)
        .toSorted(),
    sets: () => desk.sets.list(),
  }
}

test('new files of a folder become record sets; those that lay there, and those of other names, do not', async () => {
  const { folder, put, names, sets, readFiles, watch, logged } = await watchedFolder()
  put('notes.txt', 'none of these')
  const folders = await watch()
  put('new.CSV', CALLS)
  put('.hidden.csv', CALLS)
  put('more.txt', CALLS)
  await expect.poll(readFiles).toEqual(['new.CSV', 'old.csv'])
  expect(names()).toEqual(['new.CSV'])
  expect(sets()[0]).toMatchObject({ rows: 2, files: ['new.CSV'], timeZone: 'UTC' })
  expect(folders.list()).toEqual([{ folder, lastImportAt: MONDAY, fault: null }])
  expect(logged).toEqual([])
})

test('over a restart nothing is read twice, and what came meanwhile or was changed is read', async () => {
  const { path, put, names, readFiles, startFolders, watch } = await watchedFolder()
  const first = await watch()
  put('one.csv', CALLS)
  await expect.poll(names).toEqual(['one.csv'])
  await expect.poll(readFiles).toEqual(['old.csv', 'one.csv'])
  await first.stop()
  put('two.csv', CALLS)
  startFolders()
  await expect.poll(names).toEqual(['one.csv', 'two.csv'])
  put('one.csv', `${CALLS}Gamma,404\n`)
  utimesSync(join(path, 'one.csv'), new Date(MONDAY), new Date(MONDAY))
  await expect.poll(names).toEqual(['one.csv', 'one.csv', 'two.csv'])
})

test('a file that cannot be read is told until another was read; it stops none', async () => {
  const { put, names, watch, logged } = await watchedFolder()
  const folders = await watch()
  put('broken.csv', '\n')
  await expect.poll(() => folders.list()[0]?.fault).toContain('broken.csv')
  expect(names()).toEqual([])
  // What a person can mend is no failure of ours.
  expect(logged).toEqual([])
  put('good.csv', CALLS)
  await expect.poll(names).toEqual(['good.csv'])
  await expect.poll(() => folders.list()[0]).toMatchObject({ fault: null, lastImportAt: MONDAY })
})

test('a folder that is not there is told with what to do', async () => {
  const { folder, path, startFolders } = await watchedFolder()
  rmSync(path, { recursive: true })
  const folders = startFolders()
  folders.save(folder)
  await expect
    .poll(() => folders.list()[0]?.fault)
    .toMatch(/watched cannot be read .*name a folder of the hub/)
})

test('a folder that is off or was taken away is not read; on again, it is', async () => {
  const { folder, put, names, watch } = await watchedFolder({ enabled: false })
  const [beside, control] = [await watchedFolder(), await watchedFolder()]
  const [folders, others] = [await watch(), await beside.watch()]
  others.remove('switch')
  expect(others.list()).toEqual([])
  put('off.csv', CALLS)
  beside.put('away.csv', CALLS)
  await control.watch()
  control.put('control.csv', CALLS)
  // By now the others would have been read too.
  await expect.poll(control.names).toEqual(['control.csv'])
  expect([names(), beside.names()]).toEqual([[], []])
  folders.save({ ...folder, enabled: true })
  await expect.poll(names).toEqual(['off.csv'])
})

test('a file that a switch moves in under its last name is read once', async () => {
  const { path, put, names, watch } = await watchedFolder()
  await watch()
  put('calls.tmp', CALLS)
  renameSync(join(path, 'calls.tmp'), join(path, 'calls.csv'))
  await expect.poll(names).toEqual(['calls.csv'])
  put('last.csv', CALLS)
  await expect.poll(names).toEqual(['calls.csv', 'last.csv'])
})

test('a folder taken away while its files are counted is not watched', async () => {
  const { folder, put, names, startFolders } = await watchedFolder()
  const control = await watchedFolder()
  const folders = startFolders()
  folders.save(folder)
  folders.remove('switch')
  await control.watch()
  put('away.csv', CALLS)
  control.put('control.csv', CALLS)
  await expect.poll(control.names).toEqual(['control.csv'])
  expect(names()).toEqual([])
})
