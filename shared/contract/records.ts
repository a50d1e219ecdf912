import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { failingDefinition, MOST_CONDITION_CHARACTERS } from '../records/analysis-question.ts'
import { sidesSummary } from '../records/analysis.ts'
import { instant } from '../records/instant.ts'
import { columnKind, columnProfile, columnRole, recordSet } from '../records/record-set.ts'
import { forOperator, forViewer } from './base.ts'
import { progress } from './progress.ts'

/** What one part of an upload holds at the most, as base64: it fits into one frame with room. */
export const MOST_PART_CHARACTERS = 4 * 1024 * 1024

/** Longest file a page may send. Larger ones come from a watched folder or the command line. */
export const MOST_UPLOAD_BYTES = 2 * 1024 ** 3

const recordSetId = z.object({ recordSetId: z.string().min(1) })
const uploadId = z.object({ uploadId: z.string().min(1) })

/** Where a condition cannot be read or does not fit the columns; the sentence is `condition:problems.<problem>`. */
const conditionFault = z.object({
  /** Both from 1. */
  line: z.int(),
  column: z.int(),
  problem: z.string(),
  detail: z.record(z.string(), z.string()),
})

/** A folder whose new files become record sets by themselves. */
const recordFolder = z.object({
  id: z.string(),
  name: z.string().min(1).max(100),
  path: z.string().min(1).max(4096),
  /** `*.csv`: which files; `*` stands for anything. */
  pattern: z.string().min(1).max(200),
  /** Column profile by id; null: recognised. */
  profileId: z.string().nullable(),
  timeZone: z.string(),
  enabled: z.boolean(),
})
export type RecordFolder = z.infer<typeof recordFolder>

/** How a watched folder fares. */
const folderState = z.object({
  folder: recordFolder,
  lastImportAt: instant.nullable(),
  /** One sentence; null while all is well. */
  fault: z.string().nullable(),
})
export type FolderState = z.infer<typeof folderState>

const suggestion = z.object({
  definition: failingDefinition,
  /** Why it is suggested; the sentence is `records:suggestions.<reason>`. */
  reason: z.string(),
})
export type FailingSuggestion = z.infer<typeof suggestion>

/** Record sets: files of calls or SIMs, read in and kept. */
export const recordsContract = {
  list: forViewer
    .route({ method: 'GET', path: '/record-sets', summary: 'Files of calls or SIMs that were read in' })
    .output(z.array(recordSet)),
  get: forViewer
    .route({ method: 'GET', path: '/record-sets/{recordSetId}', summary: 'One of them with its columns' })
    .input(recordSetId)
    .output(recordSet),
  remove: forOperator
    .route({
      method: 'DELETE',
      path: '/record-sets/{recordSetId}',
      summary: 'Forget its records; analyses stay',
    })
    .input(recordSetId)
    .output(z.void()),

  beginUpload: forOperator
    .route({ method: 'POST', path: '/record-uploads', summary: 'Begin to send a file in parts' })
    .input(z.object({ fileName: z.string().min(1).max(255), bytes: z.int().min(1).max(MOST_UPLOAD_BYTES) }))
    .output(uploadId),
  sendPart: forOperator
    .route({ method: 'POST', path: '/record-uploads/{uploadId}/parts', summary: 'Send the next part' })
    .input(
      z.object({
        ...uploadId.shape,
        /** Bytes sent before. A part sent twice is kept once. */
        offset: z.int().min(0),
        base64: z.base64().max(MOST_PART_CHARACTERS),
      }),
    )
    .output(z.object({ received: z.int() })),
  cancelUpload: forOperator
    .route({ method: 'DELETE', path: '/record-uploads/{uploadId}', summary: 'Forget what was sent' })
    .input(uploadId)
    .output(z.void()),
  /** Stop reading to cancel; nothing is kept then. */
  importUploads: forOperator
    .route({ method: 'POST', path: '/record-sets', summary: 'Read sent files into one record set' })
    .input(
      z.object({
        uploadIds: z.array(z.string()).min(1).max(100),
        name: z.string().min(1).max(200),
        /** Of times without one. */
        timeZone: z.string(),
        profileId: z.string().nullable(),
      }),
    )
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [progress, z.object({ kind: z.literal('result'), recordSet })]),
      ),
    ),
  /** Reads the stored values anew. */
  setColumns: forOperator
    .route({ method: 'PUT', path: '/record-sets/{recordSetId}/columns', summary: 'What its columns are' })
    .input(
      z.object({
        ...recordSetId.shape,
        columns: z
          .array(z.object({ name: z.string(), kind: columnKind, role: columnRole.nullable() }))
          .max(5000),
      }),
    )
    .output(recordSet),

  values: forViewer
    .route({ method: 'GET', path: '/record-sets/{recordSetId}/values', summary: 'Values of a column' })
    .input(
      z.object({
        ...recordSetId.shape,
        column: z.string(),
        /** Values that begin so, in whatever case. */
        beginning: z.string().max(200).default(''),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.array(z.object({ value: z.string(), records: z.int() }))),
  rows: forViewer
    .route({ method: 'POST', path: '/record-sets/{recordSetId}/rows', summary: 'Records as they are' })
    .input(
      z.object({
        ...recordSetId.shape,
        where: z.string().max(MOST_CONDITION_CHARACTERS).nullable(),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.array(z.object({ row: z.int(), values: z.record(z.string(), z.string()) }))),
  checkCondition: forViewer
    .route({
      method: 'POST',
      path: '/record-sets/{recordSetId}/check',
      summary: 'What is wrong with a condition',
    })
    .input(z.object({ ...recordSetId.shape, text: z.string().max(MOST_CONDITION_CHARACTERS) }))
    .output(z.array(conditionFault)),
  suggestFailing: forViewer
    .route({
      method: 'GET',
      path: '/record-sets/{recordSetId}/failing',
      summary: 'What failing probably means here',
    })
    .input(recordSetId)
    .output(z.array(suggestion)),
  sides: forViewer
    .route({
      method: 'POST',
      path: '/record-sets/{recordSetId}/sides',
      summary: 'Both sides of a definition',
    })
    .input(z.object({ ...recordSetId.shape, definition: failingDefinition }))
    .output(sidesSummary),
  /** Looks for the tickets' identifiers (Call-ID, ICCID, IMSI, number) among the records. */
  namedByTickets: forViewer
    .route({
      method: 'POST',
      path: '/record-sets/{recordSetId}/named',
      summary: 'A condition for the records that tickets name',
    })
    .input(z.object({ ...recordSetId.shape, ticketIds: z.array(z.string()).min(1).max(100) }))
    .output(z.object({ condition: z.string().nullable(), records: z.int(), identifiers: z.int() })),

  profiles: forViewer
    .route({ method: 'GET', path: '/column-profiles', summary: 'Layouts that are known or were kept' })
    .output(z.array(z.object({ ...columnProfile.shape, own: z.boolean() }))),
  saveProfile: forOperator
    .route({ method: 'PUT', path: '/column-profiles/{id}', summary: 'Keep a layout' })
    .input(columnProfile)
    .output(z.void()),
  removeProfile: forOperator
    .route({ method: 'DELETE', path: '/column-profiles/{id}', summary: 'Forget a layout' })
    .input(z.object({ id: z.string() }))
    .output(z.void()),

  folders: forViewer
    .route({ method: 'GET', path: '/record-folders', summary: 'Folders that are watched for records' })
    .output(z.array(folderState)),
  saveFolder: forOperator
    .route({ method: 'PUT', path: '/record-folders/{id}', summary: 'Watch a folder' })
    .input(recordFolder)
    .output(z.void()),
  removeFolder: forOperator
    .route({ method: 'DELETE', path: '/record-folders/{id}', summary: 'Watch it no more' })
    .input(z.object({ id: z.string() }))
    .output(z.void()),
}
