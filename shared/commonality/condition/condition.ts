/** Both from 1; columns count UTF-16 units, as editors do. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** A name of a column or a value, as written, with its quotes taken off. */
export interface Written {
  readonly text: string
  readonly place: Place
}

/**
 * What a person says about records. Logic has two values: what is blank meets no comparison, neither `x = 1` nor
 * `x != 1` nor `x not in (1)`; only `is blank` sees it, and `not` turns whatever it stands before, so that
 * `not x = 1` holds for a blank x.
 */
export type Condition =
  /** Two parts at least. */
  | { readonly kind: 'and'; readonly parts: readonly Condition[] }
  | { readonly kind: 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | Comparison

export type Comparison =
  | {
      readonly kind: 'compare'
      readonly column: Written
      readonly operator: CompareOperator
      readonly value: Written
    }
  | {
      readonly kind: 'in'
      readonly column: Written
      readonly negated: boolean
      /** One at least. */
      readonly values: readonly Written[]
    }
  /** Both ends belong to it. */
  | {
      readonly kind: 'between'
      readonly column: Written
      readonly negated: boolean
      readonly from: Written
      readonly to: Written
    }
  | {
      readonly kind: 'text'
      readonly column: Written
      readonly negated: boolean
      readonly operator: TextOperator
      readonly value: Written
    }
  | { readonly kind: 'blank'; readonly column: Written; readonly negated: boolean }

export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>='

/** `~` is a regular expression in RE2's dialect that matches anywhere. */
export type TextOperator = 'contains' | 'starts with' | 'ends with' | '~'

/** The comparisons of a condition in the order in which they are written. */
export function comparisonsOf(condition: Condition): Comparison[] {
  if (condition.kind === 'not') return comparisonsOf(condition.part)
  if (condition.kind === 'and' || condition.kind === 'or') return condition.parts.flatMap(comparisonsOf)
  return [condition]
}
