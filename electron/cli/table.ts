/** Rows as aligned columns under their keys, or `whenEmpty`. */
export function table(rows: readonly Readonly<Record<string, string>>[], whenEmpty: string): string {
  const [first] = rows
  if (first === undefined) return whenEmpty
  const columns = Object.keys(first)
  const lines = [Object.fromEntries(columns.map((column) => [column, column.toUpperCase()])), ...rows]
  const widths = columns.map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  return lines
    .map((line) =>
      columns
        .map((column, at) => (line[column] ?? '').padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
