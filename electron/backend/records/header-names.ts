import type { RecordNote } from '../../../shared/records/record-set.ts'

/** Names that no column of a file may have: the reader's own columns begin so. */
export const OWN_PREFIX = 'meridian$'

export interface HeaderNames {
  readonly names: readonly string[]
  readonly notes: readonly RecordNote[]
}

/**
 * A name of its own for every column, also where capitals are all that differs: SQL knows no capitals in names. What had
 * to be changed is told.
 */
export function headerNames(header: readonly string[], file: string): HeaderNames {
  const notes: RecordNote[] = []
  const taken = new Set<string>()
  const given = header.map((text) => text.replace(/\s+/gu, ' ').trim())
  const names = given.map((text, index) => {
    const wanted =
      text === '' ? `column ${index + 1}` : text.toLowerCase().startsWith(OWN_PREFIX) ? `_${text}` : text
    let name = wanted
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${wanted} (${copy})`
    taken.add(name.toLowerCase())
    if (text === '') notes.push({ file, kind: 'header-named', detail: { name } })
    else if (name !== text) notes.push({ file, kind: 'header-renamed', detail: { column: text, name } })
    return name
  })
  return { names, notes }
}

/** Whether the first row names the columns: names are no numbers, instants or telephone numbers. */
export function isHeader(row: readonly string[]): boolean {
  const filled = row.filter((value) => value.trim() !== '')
  if (filled.length * 2 < row.length) return false
  return filled.every(
    (value) => !/^[+-]?[\d.,:/ T+-]*\d[\d.,:/ TZ+-]*$/.test(value.trim()) && value.length <= 200,
  )
}
