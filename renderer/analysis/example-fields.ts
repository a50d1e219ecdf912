import type { ExamplePair } from '../../shared/records/analysis.ts'
import type { ConjunctionPart } from '../../shared/records/conjunction-part.ts'

/** One field of two records that are compared. */
export interface ExampleField {
  readonly column: string
  readonly failing: string
  readonly working: string
  /**
   * `shared`: what the finding is about; `differs`: they differ all the same; `own`: what always differs, such as a
   * Call-ID, or follows from failing, such as a SIP code; `same`.
   */
  readonly kind: 'shared' | 'differs' | 'own' | 'same'
}

const KINDS: readonly ExampleField['kind'][] = ['shared', 'differs', 'own', 'same']

/** All fields of a pair, by kind, each kind in the order of the file. */
export function exampleFields(pair: ExamplePair, parts: readonly ConjunctionPart[]): readonly ExampleField[] {
  const { failing, working, differing } = pair
  const inFinding = new Set(parts.map(({ column }) => column))
  const different = new Set(differing)
  const columns = [...new Set([...Object.keys(failing.values), ...Object.keys(working.values)])]
  const kindOf = (column: string): ExampleField['kind'] => {
    if (inFinding.has(column)) return 'shared'
    if (different.has(column)) return 'differs'
    return (failing.values[column] ?? '') === (working.values[column] ?? '') ? 'same' : 'own'
  }
  const fields = columns.map((column) => ({
    column,
    failing: failing.values[column] ?? '',
    working: working.values[column] ?? '',
    kind: kindOf(column),
  }))
  return fields.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
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
