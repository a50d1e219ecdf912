import type { ColumnKind, ColumnRole } from '../../shared/records/column-words.ts'
import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'
import type { ColumnProfile, RecordSet, RecordSetColumn } from '../../shared/records/record-set.ts'

/** What a person may change of a column. */
export interface ColumnDraft {
  readonly name: string
  readonly kind: ColumnKind
  readonly role: ColumnRole | null
  /** Looked at by the search. */
  readonly isSearched: boolean
  readonly blankCounts: boolean
}

export type ColumnsOfQuestion = Pick<AnalysisQuestion, 'ignore' | 'blankAsValue'>

export function columnDrafts(
  columns: readonly RecordSetColumn[],
  { ignore, blankAsValue }: ColumnsOfQuestion,
): readonly ColumnDraft[] {
  const ignored = new Set(ignore)
  const counting = new Set(blankAsValue)
  return columns.map(({ name, kind, role }) => ({
    name,
    kind,
    role,
    isSearched: !ignored.has(name),
    blankCounts: counting.has(name),
  }))
}

/** Whether what the columns are was changed, so that their values have to be read anew. */
export function areColumnsChanged(
  drafts: readonly ColumnDraft[],
  columns: readonly RecordSetColumn[],
): boolean {
  const held = new Map(columns.map((column) => [column.name, column]))
  return drafts.some(({ name, kind, role }) => {
    const column = held.get(name)
    return column === undefined || column.kind !== kind || column.role !== role
  })
}

export function columnsOfQuestion(drafts: readonly ColumnDraft[]): ColumnsOfQuestion {
  return {
    ignore: drafts.filter(({ isSearched }) => !isSearched).map(({ name }) => name),
    blankAsValue: drafts.filter(({ blankCounts }) => blankCounts).map(({ name }) => name),
  }
}

/** The layout of a file whose columns these are. A column that got another name on the way in is found by its own. */
export function profileOf(
  drafts: readonly ColumnDraft[],
  { notes }: Pick<RecordSet, 'notes'>,
  id: string,
  name: string,
): ColumnProfile {
  const headers = new Map(
    notes
      .filter(({ kind }) => kind === 'header-named' || kind === 'header-renamed')
      .map(({ kind, detail }) => [
        detail['name'] ?? '',
        kind === 'header-named' ? '' : (detail['column'] ?? ''),
      ]),
  )
  const hasHeader = !notes.some(({ kind }) => kind === 'no-header')
  const columns = drafts.map((draft, index) => ({
    header: hasHeader ? (headers.get(draft.name) ?? draft.name) : `column ${index + 1}`,
    name: draft.name,
    kind: draft.kind,
    role: draft.role,
  }))
  return { id, name, header: hasHeader ? columns.map(({ header }) => header) : [], hasHeader, columns }
}
