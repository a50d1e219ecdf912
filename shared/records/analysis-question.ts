import * as z from 'zod'

/** Longest condition a person may write; the parser refuses beyond it too. */
export const MOST_CONDITION_CHARACTERS = 20_000

const conditionText = z.string().max(MOST_CONDITION_CHARACTERS)

/** Which records fail and which work, in the condition language (docs/analysis.md). */
export const failingDefinition = z.object({
  /** Null only where the file counts failing records itself (`failedCountColumn`). */
  failed: conditionText.nullable(),
  /** Null: all that do not fail. */
  working: conditionText.nullable(),
  /** Looks only at records that meet it. */
  where: conditionText.nullable(),
  /** How many records a row stands for. */
  weightColumn: z.string().nullable(),
  /** Rows that count: so many failing of so many in all. */
  failedCountColumn: z.string().nullable(),
  totalCountColumn: z.string().nullable(),
})
export type FailingDefinition = z.infer<typeof failingDefinition>

/** One question to a record set. The same question gives the same answer. */
export const analysisQuestion = z.object({
  recordSetId: z.string().min(1),
  definition: failingDefinition,
  /** Columns that are not looked at. */
  ignore: z.array(z.string()).default([]),
  /** Columns that look like symptoms and are to be searched all the same. */
  keep: z.array(z.string()).default([]),
  /** Columns whose blank counts as a value. */
  blankAsValue: z.array(z.string()).default([]),
  /** Most attributes in one description; null: three, or all where the file has few. */
  maxOrder: z.int().min(1).max(6).nullable().default(null),
  /** Records of an earlier time, by a condition: what was bad there too is chronic. */
  baseline: conditionText.nullable().default(null),
  /** The file holds all records there were, not a hand-picked sample: only then does a risk mean anything. */
  allRecords: z.boolean().default(false),
  /** Working records are picked to equal the failing ones in these columns. */
  matchOn: z.array(z.string()).max(5).default([]),
})
export type AnalysisQuestion = z.infer<typeof analysisQuestion>
