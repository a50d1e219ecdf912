import * as z from 'zod'
import { analysisQuestion } from './analysis-question.ts'
import { conjunctionPart } from './conjunction-part.ts'
import { instant } from './instant.ts'

/** Records on one side inside a description, and all of that side. Not necessarily whole: rows may be weighted. */
const share = z.object({ inside: z.number(), of: z.number() })

/** Counts first: "93 of 100 failing, 4 of 100 working". */
export const sideCounts = z.object({ failing: share, working: share })
export type SideCounts = z.infer<typeof sideCounts>

/** A ratio with its 95 % interval; null bounds are infinite. */
const ratio = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})

const record = z.object({
  /** Row of the record set. */
  row: z.int(),
  values: z.record(z.string(), z.string()),
})
export type ExampleRecord = z.infer<typeof record>

/** One failing and one working record, as alike as possible otherwise. */
const examplePair = z.object({
  failing: record,
  working: record,
  /** Columns, apart from those of the description, in which the two differ. */
  differing: z.array(z.string()),
})
export type ExamplePair = z.infer<typeof examplePair>

const equivalent = z.object({
  parts: z.array(conjunctionPart),
  /** 1: the very same records. */
  overlap: z.number(),
  /** The record that would tell the two apart, and how many such there are in the file. */
  separatedBy: z.object({
    has: z.array(conjunctionPart),
    hasNot: z.array(conjunctionPart),
    records: z.number(),
  }),
})

const confounder = z.object({
  column: z.string(),
  /** Ratio of shares as it looks, and pooled within the values of the column (Mantel-Haenszel). */
  crude: ratio,
  within: ratio,
})

/** What failing records share: a finding. */
const finding = z.object({
  /** The same parts give the same id, in whatever analysis. */
  id: z.string(),
  parts: z.array(conjunctionPart),
  verdict: z.enum(['proven', 'lead']),
  counts: sideCounts,
  /** On what the findings before it left over. */
  remaining: sideCounts,
  /** Share in failing over share in working. */
  shareRatio: ratio,
  oddsRatio: ratio,
  test: z.object({ name: z.enum(['fisher', 'g']), p: z.number() }),
  /** Failing of all inside and outside; null where the sides were picked by hand: risk means nothing there. */
  risk: z.object({ inside: z.number(), outside: z.number(), ratio }).nullable(),
  /** Likelihood gain and cost of description, natural logarithms: proven when the gain is more. */
  gain: z.number(),
  cost: z.number(),
  equivalents: z.array(equivalent),
  runnersUp: z.array(z.object({ parts: z.array(conjunctionPart), counts: sideCounts, behind: z.number() })),
  confounders: z.array(confounder),
  /** Against the baseline, where one is given. */
  trend: z.enum(['new', 'chronic', 'worse']).nullable(),
  /** The instant from which it holds, where the records show one. */
  since: instant.nullable(),
  examples: z.array(examplePair),
})
export type Finding = z.infer<typeof finding>

const symptom = z.object({
  column: z.string(),
  /** Why it is taken for a sign of failing rather than a cause. */
  reason: z.enum(['role', 'separates']),
  values: z.array(z.object({ value: z.string(), failing: z.number(), working: z.number() })),
})
export type Symptom = z.infer<typeof symptom>

const setAsideReason = z.enum([
  'identifier',
  'all-blank',
  'one-value',
  'outcome',
  'ignored',
  'count',
  'symptom',
])

/** One side: how many records, and when they began and ended where a column says so. */
const side = z.object({
  records: z.number(),
  rows: z.int(),
  from: instant.nullable(),
  to: instant.nullable(),
})

/** Something that makes the two sides hard to compare. */
const selectionWarning = z.object({
  kind: z.enum(['time', 'customer', 'attribute', 'few-failing', 'few-working', 'one-class']),
  /** The column that separates the sides; null for sizes. */
  column: z.string().nullable(),
  /** 0..1: how well it alone tells the sides apart; null for sizes. */
  strength: z.number().nullable(),
})
export type SelectionWarning = z.infer<typeof selectionWarning>

/** Both sides of a definition before any search. */
export const sidesSummary = z.object({ failing: side, working: side, warnings: z.array(selectionWarning) })
export type SidesSummary = z.infer<typeof sidesSummary>

/** What an analysis found. */
export const analysisResult = z.object({
  sides: sidesSummary,
  /** Proven ones first, best first; then leads. */
  findings: z.array(finding),
  symptoms: z.array(symptom),
  setAside: z.array(z.object({ column: z.string(), reason: setAsideReason })),
  /** Failing records that no proven finding covers. */
  unexplained: z.number(),
  /** Least failing records that a description of one, two, three attributes must cover to be proven here. */
  provable: z.object({
    single: z.number().nullable(),
    pair: z.number().nullable(),
    triple: z.number().nullable(),
  }),
  /** Rows that were searched, of how many; null: all of them. */
  sampling: z.object({ rows: z.int(), of: z.int() }).nullable(),
  /** Scatter between rows beyond chance; 1 is none. */
  dispersion: z.number(),
  /** Whether more of the search is to come. */
  done: z.boolean(),
})
export type AnalysisResult = z.infer<typeof analysisResult>

/** An analysis that was kept. */
export const analysis = z.object({
  id: z.string(),
  name: z.string().max(200),
  question: analysisQuestion,
  recordSetName: z.string(),
  /** The ticket it was made for. */
  ticketId: z.string().nullable(),
  pinned: z.boolean(),
  createdAt: instant,
  createdBy: z.string(),
  result: analysisResult,
})
export type Analysis = z.infer<typeof analysis>
