import * as z from 'zod'
import { COLUMN_KINDS, COLUMN_ROLES } from './column-words.ts'
import { instant } from './instant.ts'

export const columnKind = z.enum(COLUMN_KINDS)

export const columnRole = z.enum(COLUMN_ROLES)

/** A column of a record set, as recognised or as a person has put it right. */
export const recordSetColumn = z.object({
  name: z.string().min(1),
  kind: columnKind,
  role: columnRole.nullable(),
  distinct: z.int(),
  blanks: z.int(),
  /** Commonest values with how often, at most ten. */
  commonest: z.array(z.object({ value: z.string(), records: z.int() })),
})
export type RecordSetColumn = z.infer<typeof recordSetColumn>

/** A row that could not be read; the others were. */
export const recordRefusal = z.object({ file: z.string(), line: z.int().nullable(), reason: z.string() })
export type RecordRefusal = z.infer<typeof recordRefusal>

/** Something that was made usable on the way in: a header named, text re-encoded. */
export const recordNote = z.object({
  file: z.string(),
  kind: z.enum([
    'header-named',
    'header-renamed',
    'no-header',
    're-encoded',
    'characters-replaced',
    'ambiguous-dates',
    'values-not-read',
  ]),
  /** What the sentence needs: column, name, encoding, count. */
  detail: z.record(z.string(), z.string()),
})
export type RecordNote = z.infer<typeof recordNote>

/** Records that were read in: calls or SIMs, one row each, or rows with counts. */
export const recordSet = z.object({
  id: z.string(),
  name: z.string().min(1).max(200),
  /** Names of the files it was read from. */
  files: z.array(z.string()),
  importedAt: instant,
  rows: z.int(),
  columns: z.array(recordSetColumn),
  /** Name of the layout it was read by, where one was known. */
  profile: z.string().nullable(),
  /** IANA zone in which times without one were read. */
  timeZone: z.string(),
  refusals: z.array(recordRefusal).max(100),
  refusalCount: z.int(),
  notes: z.array(recordNote),
  /** On disk. */
  bytes: z.int(),
})
export type RecordSet = z.infer<typeof recordSet>

/** How the columns of a certain kind of file are to be read; known from the program, or kept by a person. */
export const columnProfile = z.object({
  id: z.string(),
  name: z.string().min(1).max(100),
  /** Header names that tell the file, in order; empty for a file without header. */
  header: z.array(z.string()),
  hasHeader: z.boolean(),
  columns: z.array(
    z.object({
      /** As the file has it; `column 3` in a file without header. */
      header: z.string(),
      name: z.string().min(1),
      kind: columnKind,
      role: columnRole.nullable(),
    }),
  ),
})
export type ColumnProfile = z.infer<typeof columnProfile>
