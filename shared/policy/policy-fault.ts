/** What is wrong with a policy file, where, and on which line (from 1). */
export interface PolicyProblem {
  readonly place: string
  readonly reason: string
  readonly line: number
}

/** A policy that passed its own checks but cannot be compiled here, e.g. a country without known holidays. */
export class PolicyFault extends Error {
  readonly place: string

  constructor(place: string, reason: string) {
    super(reason)
    this.name = 'PolicyFault'
    this.place = place
  }
}
