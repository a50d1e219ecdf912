import { stringify } from 'csv-stringify/sync'

/** Null becomes an empty field. */
export type CsvValue = string | number | null

/**
 * Rows as CSV (RFC 4180 quoting, lines end in LF), the columns' names as its header. A text that a spreadsheet would
 * run as a formula gets an apostrophe in front: subjects and customers are written by strangers
 * (https://owasp.org/www-community/attacks/CSV_Injection). Numbers stay numbers.
 */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, CsvValue>>[],
): string {
  // As lists, since the package reads a dot in a column's name as a path into the row.
  const records = rows.map((row) => columns.map((column) => row[column]))
  return stringify([[...columns], ...records], { escape_formulas: true })
}
