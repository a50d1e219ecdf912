import { EMPTY_DEFINITION } from '../../../shared/commonality/condition/empty-definition.ts'
import { suggestFailing } from '../../../shared/commonality/condition/suggest-failing.ts'
import { KNOWN_LAYOUTS } from '../../../shared/commonality/recognise/known-layouts.ts'
import type { Progress } from '../../../shared/contract/progress.ts'
import type { ColumnProfile, RecordSet } from '../../../shared/records/record-set.ts'
import { AnalysisProblem, type Analyser } from '../analysis/analyser.ts'
import { namedByTickets } from '../analysis/named-by-tickets.ts'
import { conditionFaults, readCondition } from '../analysis/read-condition.ts'
import type { RecordFolders } from '../records/record-folders.ts'
import { RecordProblem } from '../records/record-problem.ts'
import type { RecordSets } from '../records/record-sets.ts'
import type { RecordSettingsStore, TicketStore } from '../store/store.ts'
import { UploadProblem, type Uploads } from '../uploads/uploads.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'
import { streamWithProgress } from './stream-with-progress.ts'
import { zoneRefusal } from './zone-refusal.ts'

export interface RecordParts {
  readonly recordSets: RecordSets
  readonly uploads: Uploads
  readonly folders: RecordFolders
  readonly analyser: Analyser
  readonly recordSettings: RecordSettingsStore
  readonly tickets: Pick<TicketStore, 'get'>
}

type Refuse = (refusal: { data: { place: string; reason: string } }) => Error

export function implementRecords(
  { records: subject }: Implementation,
  parts: RecordParts,
): MeridianRouter['records'] {
  const { recordSets, uploads, folders, analyser, recordSettings, tickets } = parts

  function profiles(): (ColumnProfile & { own: boolean })[] {
    return [
      ...recordSettings.profiles().map((profile) => ({ ...profile, own: true })),
      ...KNOWN_LAYOUTS.map((profile) => ({ ...profile, own: false })),
    ]
  }

  return {
    list: subject.list.handler(() => recordSets.list()),

    get: subject.get.handler(({ input, errors }) => {
      const set = recordSets.get(input.recordSetId)
      if (set === null) throw errors.NOT_FOUND()
      return set
    }),

    remove: subject.remove.handler(({ input }) => recordSets.remove(input.recordSetId)),

    beginUpload: subject.beginUpload.handler(({ input, errors }) =>
      refusing(errors.REFUSED, 'fileName', async () => ({
        uploadId: await uploads.begin(input.fileName, input.bytes),
      })),
    ),
    sendPart: subject.sendPart.handler(({ input, errors }) =>
      refusing(errors.REFUSED, 'base64', async () => ({
        received: await uploads.append(input.uploadId, input.offset, Buffer.from(input.base64, 'base64')),
      })),
    ),
    cancelUpload: subject.cancelUpload.handler(({ input }) => uploads.remove(input.uploadId)),

    importUploads: subject.importUploads.handler(async function* ({ input, errors, signal }) {
      const { uploadIds, name, timeZone, profileId } = input
      const refusal = zoneRefusal(timeZone)
      if (refusal !== null) throw errors.REFUSED({ data: refusal })
      const layout = profiles().find(({ id }) => id === profileId) ?? null
      if (profileId !== null && layout === null) throw errors.NOT_FOUND()
      const steps = streamWithProgress<RecordSet>(
        signal,
        (tell: (progress: Omit<Progress, 'kind'>) => void, stopped) =>
          refusing(errors.REFUSED, 'uploadIds', async () => {
            const files = uploads.whole(uploadIds).map(({ path, fileName }) => ({ path, name: fileName }))
            const ownLayouts = recordSettings.profiles()
            return recordSets.import({
              name,
              files,
              timeZone,
              layout,
              ownLayouts,
              signal: stopped,
              onProgress: tell,
            })
          }),
      )
      for await (const step of steps) {
        if (step.kind === 'progress') yield step
        else {
          await Promise.all(uploadIds.map((id) => uploads.remove(id)))
          yield { kind: 'result' as const, recordSet: step.result }
        }
      }
    }),

    setColumns: subject.setColumns.handler(({ input, errors }) =>
      refusing(errors.REFUSED, 'columns', () => recordSets.setColumns(input.recordSetId, input.columns)),
    ),

    values: subject.values.handler(({ input, errors }) =>
      refusing(errors.REFUSED, 'column', async () => {
        const set = await recordSets.open(input.recordSetId)
        return set.distinctValues(input.column, input.beginning, input.limit)
      }),
    ),
    rows: subject.rows.handler(({ input, errors }) =>
      refusing(errors.REFUSED, 'where', async () => {
        const set = await recordSets.open(input.recordSetId)
        return set.findRows(await readCondition(input.where, 'where', set), input.limit)
      }),
    ),
    checkCondition: subject.checkCondition.handler(({ input, errors }) =>
      refusing(errors.REFUSED, 'recordSetId', async () => {
        const faults = await conditionFaults(input.text, await recordSets.open(input.recordSetId))
        return faults.map(({ line, column, problem, detail }) => ({
          line,
          column,
          problem,
          detail: { ...detail },
        }))
      }),
    ),
    suggestFailing: subject.suggestFailing.handler(({ input, errors }) => {
      const set = recordSets.get(input.recordSetId)
      if (set === null) throw errors.NOT_FOUND()
      return suggestFailing(set.columns).map(({ condition, reason }) => ({
        definition: { ...EMPTY_DEFINITION, failed: condition },
        reason,
      }))
    }),
    sides: subject.sides.handler(({ input, errors }) =>
      refusing(errors.REFUSED, 'definition', () => analyser.sides(input.recordSetId, input.definition)),
    ),
    namedByTickets: subject.namedByTickets.handler(({ input, errors }) =>
      refusing(errors.REFUSED, 'recordSetId', async () => {
        const named = input.ticketIds.flatMap((ticketId) => tickets.get(ticketId) ?? [])
        return namedByTickets(await recordSets.open(input.recordSetId), named)
      }),
    ),

    profiles: subject.profiles.handler(() => profiles()),
    saveProfile: subject.saveProfile.handler(({ input, errors }) => {
      if (KNOWN_LAYOUTS.some(({ id }) => id === input.id)) {
        const reason = 'this layout comes with the program: keep yours under another id'
        throw errors.REFUSED({ data: { place: 'id', reason } })
      }
      recordSettings.saveProfile(input)
    }),
    removeProfile: subject.removeProfile.handler(({ input }) => recordSettings.removeProfile(input.id)),

    folders: subject.folders.handler(() => folders.list()),
    saveFolder: subject.saveFolder.handler(({ input, errors }) => {
      const refusal = zoneRefusal(input.timeZone)
      if (refusal !== null) throw errors.REFUSED({ data: refusal })
      folders.save(input)
    }),
    removeFolder: subject.removeFolder.handler(({ input }) => folders.remove(input.id)),
  }
}

/** What a person can mend becomes a refusal, at the field that the problem names or at `place`. */
async function refusing<T>(refuse: Refuse, place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AnalysisProblem)
      throw refuse({ data: { place: error.place, reason: error.message } })
    if (error instanceof RecordProblem || error instanceof UploadProblem) {
      throw refuse({ data: { place, reason: error.message } })
    }
    throw error
  }
}
