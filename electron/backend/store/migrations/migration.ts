/** One step of the schema. Steps are never edited once released: a change is a new step. */
export interface Migration {
  /** 1, 2, 3 …; the database's `user_version` after it. */
  readonly version: number
  /** What it does, in a few words. */
  readonly name: string
  readonly sql: string
}
