/** A place in a policy file and what is wrong there, as a sentence for whoever wrote it. */
export interface Finding {
  readonly place: string
  readonly reason: string
}
