/** The text of a JSON column that holds a T. The mark exists in types only: such a text is made by `toJson` alone. */
export type JsonText<T> = string & { readonly holds?: T }

export function toJson<T>(value: T): JsonText<T> {
  return JSON.stringify(value)
}

/**
 * Reads a JSON column. Not validated again: every value was checked at the edge it came in by, only this store
 * writes the file, and the board reads tens of thousands of these at once.
 */
export function fromJson<T>(text: JsonText<T>): T {
  const value: T = JSON.parse(text)
  return value
}
