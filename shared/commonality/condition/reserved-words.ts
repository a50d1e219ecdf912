/** Words of the language. As a column or a value they stand in quotes. */
const RESERVED: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'in',
  'is',
  'blank',
  'between',
  'contains',
  'starts',
  'ends',
  'with',
])

export function isReserved(word: string): boolean {
  return RESERVED.has(word.toLowerCase())
}
