import type { Conjunction } from './case-table.ts'

export interface SearchOptions {
  /** Most literals in one description; 3 unless told. */
  readonly maxOrder: number
  /** How likely, at most, a table in which nothing is shared may give anything proven; .01 unless told. */
  readonly alpha: number
  /** Least ratio of the failing share inside against outside; 1.5 unless told. What is below is no cause. */
  readonly leastRatio: number
  /** How many runner-up descriptions are kept for each explanation. */
  readonly runnersUp: number
}

/** Failing and all records, as weights. */
export interface Tally {
  readonly failed: number
  readonly total: number
}

/** What failing records share, in order of how much it explains. */
export interface Explanation {
  readonly conjunction: Conjunction
  /** On the whole table. */
  readonly tally: Tally
  /** On what earlier explanations left over. */
  readonly remaining: Tally
  /** Likelihood gain, natural logarithm, on what was left over, after what is known of scatter between rows. */
  readonly gain: number
  /** What it costs to name this description among all that could be named, with the price of the chosen alpha. */
  readonly cost: number
  /** `lead`: worth a look, not provable with this sample (`gain` below `cost`). */
  readonly verdict: 'proven' | 'lead'
  /** Other descriptions of the same rows, or of nearly the same: they cannot be told apart with this data. */
  readonly equivalents: readonly Equivalent[]
  /** The next best descriptions of different rows, best first. */
  readonly runnersUp: readonly RunnerUp[]
}

export interface Equivalent {
  readonly conjunction: Conjunction
  /** 1 where the rows are the same; otherwise what both cover over what either covers. */
  readonly overlap: number
}

export interface RunnerUp {
  readonly conjunction: Conjunction
  readonly tally: Tally
  /** How much weaker than the explanation it stands under: difference of gain minus cost. */
  readonly behind: number
}

/** One answer while the search goes on; the last has `done`. */
export interface SearchAnswer {
  /** Proven ones first, best first; at most a few leads after them. May be revised until `done`. */
  readonly explanations: readonly Explanation[]
  /** Failing records that no proven explanation covers. */
  readonly unexplained: number
  /** Scatter between rows beyond that of chance: 1 where there is none (single records). */
  readonly dispersion: number
  readonly done: boolean
}

/**
 * `searchExplanations(table, options)`: a generator, so that whoever runs it decides when to stop. It yields between
 * pieces of work of some ten milliseconds: null where there is nothing new to say, an answer after each round.
 */
export type Search = Generator<SearchAnswer | null, SearchAnswer>
