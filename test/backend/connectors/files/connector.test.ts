import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Cursor, RunContext, TicketPage } from '../../../../electron/backend/connectors/connector.ts'
import { files } from '../../../../electron/backend/connectors/files/connector.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meridian-files-'))
  path = join(folder, 'tickets.csv')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

type FilesContext = Parameters<typeof files.pull>[0]

function contextFor(config: Readonly<Record<string, unknown>> = {}): FilesContext {
  const context: Omit<RunContext<unknown>, 'config'> = {
    secrets: {},
    http: { request: () => Promise.reject(new Error('a file asks no network')) },
    now: () => 1,
    signal: new AbortController().signal,
  }
  return { ...context, config: files.configSchema.parse({ path, ...config }) }
}

async function pagesOf(pages: AsyncIterable<TicketPage>): Promise<TicketPage[]> {
  const all: TicketPage[] = []
  for await (const page of pages) all.push(page)
  return all
}

function idsOf(pages: readonly TicketPage[]): string[] {
  return pages.flatMap(({ entries }) => entries.map(({ ticket }) => ticket.externalId))
}

function cursorOf(pages: readonly TicketPage[]): Cursor | null {
  return pages.at(-1)?.cursor ?? null
}

function csv(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => `${index},S,2026-03-02T08:00:00Z`)
  return ['id,subject,createdAt', ...lines, ''].join('\n')
}

test('reads a file once, and again when it has changed', async () => {
  await writeFile(path, csv(3))
  const first = await pagesOf(files.pull(contextFor(), null))
  expect(idsOf(first)).toEqual(['0', '1', '2'])
  expect(idsOf(await pagesOf(files.pull(contextFor(), cursorOf(first))))).toEqual([])
  await appendFile(path, '3,S,2026-03-02T08:00:00Z\n')
  expect(idsOf(await pagesOf(files.pull(contextFor(), cursorOf(first))))).toEqual(['0', '1', '2', '3'])
})

test('reads everything again under other settings', async () => {
  await writeFile(path, csv(2))
  const cursor = cursorOf(await pagesOf(files.pull(contextFor(), null)))
  expect(idsOf(await pagesOf(files.pull(contextFor({ timeZone: 'UTC' }), cursor)))).toHaveLength(2)
})

test('a reading that was cut off starts over', async () => {
  await writeFile(path, csv(1200))
  const pages = files.pull(contextFor(), null)[Symbol.asyncIterator]()
  const first: IteratorResult<TicketPage> = await pages.next()
  await pages.return?.()
  const cursor = first.done === true ? null : first.value.cursor
  expect(idsOf(await pagesOf(files.pull(contextFor(), cursor)))).toHaveLength(1200)
})

test('a file that changes while it is read is read again', async () => {
  await writeFile(path, csv(1200))
  const seen = new Set<string>()
  let isFirst = true
  for await (const page of files.pull(contextFor(), null)) {
    for (const id of idsOf([page])) seen.add(id)
    if (isFirst) await appendFile(path, 'late,S,2026-03-02T08:00:00Z\n')
    isFirst = false
  }
  expect(seen).toContain('late')
})

test('a file that never rests is a fault', async () => {
  await writeFile(path, csv(1))
  async function readWhileWriting(): Promise<void> {
    for await (const page of files.pull(contextFor(), null))
      await appendFile(path, `x${page.progress.done},S,\n`)
  }
  await expect(readWhileWriting()).rejects.toMatchObject({ code: 'file-unreadable' })
})

test('names a missing file and a folder', async () => {
  await expect(pagesOf(files.pull(contextFor(), null))).rejects.toMatchObject({ code: 'file-missing' })
  const inFolder = contextFor({ path: folder })
  await expect(pagesOf(files.pull(inFolder, null))).rejects.toMatchObject({ code: 'file-unreadable' })
})

test('a ticket missing from a file that lists all has left; an empty export proves nothing', async () => {
  await writeFile(path, csv(2))
  const sweep = (config: Readonly<Record<string, unknown>>): Promise<TicketPage[]> =>
    pagesOf(files.sweep?.(contextFor(config), ['0', '1', 'gone']) ?? noPages())
  expect((await sweep({ listsAll: true })).flatMap(({ absent }) => absent)).toEqual([
    { externalId: 'gone', absence: 'out-of-scope' },
  ])
  expect(await sweep({ listsAll: false })).toEqual([])
  await writeFile(path, csv(0))
  expect(await sweep({ listsAll: true })).toEqual([])
})

async function* noPages(): AsyncIterable<TicketPage> {}

test('previews with the settings of the form', async () => {
  await writeFile(path, 'Nr,What,Opened,State\n1,One,2026-03-02 08:00,Puzzled\n')
  const config = {
    columns: { id: 'Nr', subject: 'What' },
    statuses: { Puzzled: 'awaiting-mno' },
    timeZone: 'Asia/Kolkata',
  }
  const preview = await files.preview(contextFor(config))
  expect(preview.observed.fields).toEqual(['Nr', 'What', 'Opened', 'State'])
  expect(preview.tickets[0]?.mapped).toMatchObject({
    externalId: '1',
    subject: 'One',
    status: 'awaiting-mno',
    createdAt: Date.parse('2026-03-02T02:30:00Z'),
  })
})

test('tells when the file has changed and settled, and stops telling', async () => {
  await writeFile(path, csv(1))
  let told = 0
  const stop = files.watch?.(contextFor(), () => void (told += 1))
  // The watcher needs a moment to know the file as it was.
  await new Promise((done) => setTimeout(done, 500))
  await appendFile(path, '2,S,2026-03-02T08:00:00Z\n')
  await expect.poll(() => told, { timeout: 10_000 }).toBeGreaterThan(0)
  stop?.()
})
