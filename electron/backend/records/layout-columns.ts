import type { GivenColumn } from '../../../shared/commonality/recognise/recognise-columns.ts'
import type { ColumnProfile } from '../../../shared/records/record-set.ts'
import { headerNames } from './header-names.ts'
import type { RecordSource } from './record-source.ts'

/** Names by the first file's header, or as its layout calls them. */
export function columnNames(sources: readonly RecordSource[]): {
  readonly names: readonly string[]
  readonly layout: ColumnProfile | null
} {
  const header = sources[0]?.names ?? []
  const layout = sources[0]?.layout ?? null
  if (layout === null) return { names: header, layout }
  const renamed = header.map((name) => layoutColumn(layout, name)?.name ?? name)
  return { names: headerNames(renamed, '').names, layout }
}

function layoutColumn(layout: ColumnProfile, header: string): ColumnProfile['columns'][number] | undefined {
  const wanted = header.toLowerCase()
  return layout.columns.find((column) => column.header.toLowerCase() === wanted)
}

export function givenColumns(
  layout: ColumnProfile,
  header: readonly string[],
  names: readonly string[],
): Map<string, GivenColumn> {
  const given = new Map<string, GivenColumn>()
  for (const [index, name] of names.entries()) {
    // A file without header is named by the layout already.
    const column = layout.hasHeader ? layoutColumn(layout, header[index] ?? '') : layout.columns[index]
    if (column !== undefined) given.set(name, { name, kind: column.kind, role: column.role })
  }
  return given
}
