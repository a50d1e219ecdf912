/** What a check says about one thing, as a sentence. */
export interface Finding {
  readonly isProblem: boolean
  readonly sentence: string
}
