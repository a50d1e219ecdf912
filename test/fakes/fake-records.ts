import { setTimeout as wait } from 'node:timers/promises'
import type { Implementation, MeridianRouter } from '../../electron/backend/api/implementation.ts'
import { written } from '../../shared/commonality/condition/build-condition.ts'
import { checkCondition } from '../../shared/commonality/condition/check-condition.ts'
import { isConditionFault } from '../../shared/commonality/condition/condition-fault.ts'
import { parseCondition } from '../../shared/commonality/condition/parse-condition.ts'
import { suggestFailing } from '../../shared/commonality/condition/suggest-failing.ts'
import { writeCondition } from '../../shared/commonality/condition/write-condition.ts'
import type { FolderState } from '../../shared/contract/records.ts'
import type { ColumnProfile, RecordSet } from '../../shared/records/record-set.ts'
import { type FakeCall, fakeCalls, fakeColumns, valuesOf } from './fake-calls.ts'
import { fakeFolders, fakeProfiles, fakeRecordSet, fakeSides } from './fake-record-sets.ts'
import { meetsCondition } from './meets-condition.ts'

/** Reading in takes this long, so that its progress can be seen and it can be cancelled. */
const READING = { steps: 12, stepMs: 60 }

/** A file of this name cannot be read, as the real hub would say it. */
const BROKEN = 'broken.csv'

/** Record sets of a made-up hub. Whatever file is sent, the same calls are read from it. */
export function createFakeRecords(
  { records: subject }: Implementation,
  now: () => number,
): MeridianRouter['records'] {
  const calls = fakeCalls(now())
  const columns = fakeColumns(calls)
  const sets = new Map<string, RecordSet>(
    [fakeRecordSet('calls', 'calls-2026-11-20.csv', columns, now() - 25 * 60_000)].map((set) => [
      set.id,
      set,
    ]),
  )
  const uploads = new Map<string, { fileName: string; bytes: number; received: number }>()
  const profiles = new Map<string, ColumnProfile>()
  const folders = new Map<string, FolderState>(fakeFolders(now()).map((state) => [state.folder.id, state]))

  function meeting(set: RecordSet, text: string | null): readonly FakeCall[] {
    const condition = text === null ? null : parseCondition(text)
    if (condition === null || isConditionFault(condition)) return calls
    return calls.filter((call) => meetsCondition(condition, call, set.columns))
  }

  return {
    list: subject.list.handler(() => [...sets.values()].toSorted((a, b) => b.importedAt - a.importedAt)),
    get: subject.get.handler(({ input, errors }) => {
      const set = sets.get(input.recordSetId)
      if (set === undefined) throw errors.NOT_FOUND()
      return set
    }),
    remove: subject.remove.handler(({ input, errors }) => {
      if (!sets.delete(input.recordSetId)) throw errors.NOT_FOUND()
    }),

    beginUpload: subject.beginUpload.handler(({ input }) => {
      const uploadId = `upload-${uploads.size + 1}`
      uploads.set(uploadId, { ...input, received: 0 })
      return { uploadId }
    }),
    sendPart: subject.sendPart.handler(({ input, errors }) => {
      const upload = uploads.get(input.uploadId)
      if (upload === undefined) throw errors.NOT_FOUND()
      const end = input.offset + Buffer.from(input.base64, 'base64').length
      if (end > upload.bytes || input.offset > upload.received) {
        throw errors.REFUSED({ data: { place: upload.fileName, reason: 'A part of it is missing.' } })
      }
      upload.received = Math.max(upload.received, end)
      return { received: upload.received }
    }),
    cancelUpload: subject.cancelUpload.handler(({ input }) => {
      uploads.delete(input.uploadId)
    }),
    importUploads: subject.importUploads.handler(async function* ({ input, errors, signal }) {
      const sent = input.uploadIds.map((uploadId) => uploads.get(uploadId))
      const total = sent.reduce((sum, upload) => sum + (upload?.bytes ?? 0), 0)
      for (let step = 0; step < READING.steps; step += 1) {
        yield { kind: 'progress' as const, done: Math.round((total * step) / READING.steps), total }
        await wait(READING.stepMs)
        signal?.throwIfAborted()
      }
      for (const upload of sent) {
        if (upload === undefined || upload.received < upload.bytes) throw errors.NOT_FOUND()
        if (upload.fileName === BROKEN) {
          const reason = 'broken.csv, line 3, column 14: what begins with " here has no end.'
          throw errors.REFUSED({ data: { place: 'uploadIds', reason } })
        }
      }
      for (const uploadId of input.uploadIds) uploads.delete(uploadId)
      const read = fakeRecordSet(`set-${sets.size + 1}`, input.name, columns, now())
      const files = sent.flatMap((upload) => (upload === undefined ? [] : [upload.fileName]))
      const recordSet = { ...read, files, timeZone: input.timeZone }
      sets.set(recordSet.id, recordSet)
      yield { kind: 'result' as const, recordSet }
    }),
    setColumns: subject.setColumns.handler(({ input, errors }) => {
      const set = sets.get(input.recordSetId)
      if (set === undefined) throw errors.NOT_FOUND()
      const wanted = new Map(input.columns.map((column) => [column.name, column]))
      const changed = { ...set, columns: set.columns.map((held) => ({ ...held, ...wanted.get(held.name) })) }
      sets.set(set.id, changed)
      return changed
    }),

    values: subject.values.handler(({ input }) =>
      valuesOf(calls, input.column)
        .filter(({ value }) => value.toLowerCase().startsWith(input.beginning.toLowerCase()))
        .slice(0, input.limit),
    ),
    rows: subject.rows.handler(({ input, errors }) => {
      const set = sets.get(input.recordSetId)
      if (set === undefined) throw errors.NOT_FOUND()
      return meeting(set, input.where)
        .slice(0, input.limit)
        .map((values) => ({ row: calls.indexOf(values), values: { ...values } }))
    }),
    checkCondition: subject.checkCondition.handler(({ input, errors }) => {
      const set = sets.get(input.recordSetId)
      if (set === undefined) throw errors.NOT_FOUND()
      const condition = parseCondition(input.text)
      const faults = isConditionFault(condition) ? [condition] : checkCondition(condition, set.columns)
      return faults.map((fault) => ({ ...fault, detail: { ...fault.detail } }))
    }),
    suggestFailing: subject.suggestFailing.handler(({ input, errors }) => {
      const set = sets.get(input.recordSetId)
      if (set === undefined) throw errors.NOT_FOUND()
      return suggestFailing(set.columns).map(({ condition, reason }) => ({
        definition: {
          failed: condition,
          working: null,
          where: null,
          weightColumn: null,
          failedCountColumn: null,
          totalCountColumn: null,
        },
        reason,
      }))
    }),
    sides: subject.sides.handler(({ input, errors }) => {
      const set = sets.get(input.recordSetId)
      if (set === undefined) throw errors.NOT_FOUND()
      const { failed, working, where } = input.definition
      const looked = meeting(set, where)
      const failing = new Set(failed === null ? [] : meeting(set, failed))
      const good = working === null ? null : new Set(meeting(set, working))
      return fakeSides(
        looked.filter((call) => failing.has(call)),
        looked.filter((call) => !failing.has(call) && (good === null || good.has(call))),
      )
    }),
    namedByTickets: subject.namedByTickets.handler(({ input }) => {
      const identifiers = input.ticketIds.length * 4
      // One ticket in five names nothing that is here.
      const named = calls.slice(0, input.ticketIds.filter((id) => !id.endsWith('5')).length * 3)
      if (named.length === 0) return { condition: null, records: 0, identifiers }
      const condition = writeCondition({
        kind: 'in',
        column: written('call_id'),
        negated: false,
        values: named.map((call) => written(call['call_id'] ?? '')),
      })
      return { condition, records: named.length, identifiers }
    }),

    profiles: subject.profiles.handler(() => [
      ...[...profiles.values()].map((profile) => ({ ...profile, own: true })),
      ...fakeProfiles.map((profile) => ({ ...profile, own: false })),
    ]),
    saveProfile: subject.saveProfile.handler(({ input }) => {
      profiles.set(input.id, input)
    }),
    removeProfile: subject.removeProfile.handler(({ input, errors }) => {
      if (!profiles.delete(input.id)) throw errors.NOT_FOUND()
    }),

    folders: subject.folders.handler(() => [...folders.values()]),
    saveFolder: subject.saveFolder.handler(({ input, errors }) => {
      if (!input.path.startsWith('/')) {
        const reason = 'It must be a whole path, beginning with /.'
        throw errors.REFUSED({ data: { place: 'path', reason } })
      }
      folders.set(input.id, { folder: input, lastImportAt: null, fault: null })
    }),
    removeFolder: subject.removeFolder.handler(({ input, errors }) => {
      if (!folders.delete(input.id)) throw errors.NOT_FOUND()
    }),
  }
}
