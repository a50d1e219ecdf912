import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { columnKind, columnRole, recordSet } from '../../../shared/records/record-set.ts'

/** What lies beside the records of a set: the set itself, and how its columns are kept. */
const recordSetFile = z.object({
  format: z.literal('meridian-records/1'),
  /** The DuckDB file in the same directory; what is not named here is a leftover. */
  data: z.string().regex(/^[\w-]+\.duckdb$/),
  recordSet,
  stored: z.array(
    z.object({
      name: z.string(),
      kind: columnKind,
      role: columnRole.nullable(),
      index: z.int(),
      coded: z.int().nullable(),
      reading: z
        .union([
          z.object({ is: z.literal('number'), as: z.enum(['plain', 'decimal-comma', 'clock']) }),
          z.object({ is: z.literal('time'), as: z.literal('iso'), zoned: z.boolean() }),
          z.object({
            is: z.literal('time'),
            as: z.literal('epoch'),
            perSecond: z.union([z.literal(1), z.literal(1e3), z.literal(1e6), z.literal(1e9)]),
          }),
          z.object({
            is: z.literal('time'),
            as: z.literal('pattern'),
            pattern: z.string(),
            assumed: z.enum(['day-first', 'month-first']).nullable(),
          }),
        ])
        .nullable(),
    }),
  ),
})
export type RecordSetFile = z.infer<typeof recordSetFile>

const NAME = 'record-set.json'

/** Null where there is none or it cannot be used. */
export async function readRecordSetFile(directory: string): Promise<RecordSetFile | null> {
  try {
    const parsed = recordSetFile.safeParse(JSON.parse(await readFile(join(directory, NAME), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Takes the place of the one before in one step. */
export async function writeRecordSetFile(directory: string, file: RecordSetFile): Promise<void> {
  const beside = join(directory, `${NAME}.new`)
  await writeFile(beside, JSON.stringify(file), { mode: 0o600, flush: true })
  await rename(beside, join(directory, NAME))
}
