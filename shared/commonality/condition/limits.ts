/** `MOST_CONDITION_CHARACTERS` of the contract, for a page that does without its schemas. */
export const MOST_CHARACTERS = 20_000

/** Deepest nesting of parentheses and `not`. */
export const DEEPEST_NESTING = 200
