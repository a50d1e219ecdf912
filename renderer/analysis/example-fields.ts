import type { ExamplePair } from '../../shared/records/analysis.ts'
import type { ConjunctionPart } from '../../shared/records/conjunction-part.ts'

/** One field of two records that are compared. */
export interface ExampleField {
  readonly column: string
  readonly failing: string
  readonly working: string
  /** `shared`: what the finding is about; `differs`: they differ all the same; `same`. */
  readonly kind: 'shared' | 'differs' | 'same'
}

/** All fields of a pair: those of the finding first, then those that differ, then the rest as the file has them. */
export function exampleFields(pair: ExamplePair, parts: readonly ConjunctionPart[]): readonly ExampleField[] {
  const { failing, working, differing } = pair
  const inFinding = new Set(parts.map(({ column }) => column))
  const different = new Set(differing)
  const columns = [...new Set([...Object.keys(failing.values), ...Object.keys(working.values)])]
  const kindOf = (column: string): ExampleField['kind'] =>
    inFinding.has(column) ? 'shared' : different.has(column) ? 'differs' : 'same'
  const fields = columns.map((column) => ({
    column,
    failing: failing.values[column] ?? '',
    working: working.values[column] ?? '',
    kind: kindOf(column),
  }))
  const kinds = ['shared', 'differs', 'same']
  return fields.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
}

/** The column by which others find a record again: as recognised, else by what such columns are called. */
export function callIdColumn(
  columns: readonly { readonly name: string; readonly role: string | null }[],
  pair: ExamplePair,
): string | null {
  const recognised = columns.find(({ role }) => role === 'call-id')?.name
  if (recognised !== undefined) return recognised
  return Object.keys(pair.failing.values).find((name) => /^(sip[ _-]?)?call[ _-]?id$/i.test(name)) ?? null
}
