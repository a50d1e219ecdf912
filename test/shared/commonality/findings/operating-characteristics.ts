import { confirmFix } from '../../../../shared/commonality/findings/confirm-fix.ts'

/** A fault that stays as it was. Shares are of failing records, 0..1. */
export interface Setting {
  readonly share: number
  /** Records before: of the signature, or of each side where the sides were picked. */
  readonly before: number
  /** Fresh records of the signature. */
  readonly after: number
  /** Failing share of the others, before and after; of 1,000 fresh ones exactly that many fail. */
  readonly background: number
  readonly totalsKnown: boolean
}

/** Part of calls of the signature among all, where sides are picked. */
const PREVALENCE = 0.2

const OTHERS = 1_000

/** The probability that a fix is called gone although nothing has changed: a sum over all samples, not a simulation. */
export function errorOfGone({ share, before, after, background, totalsKnown }: Setting): number {
  const others = { failed: Math.round(background * OTHERS), total: OTHERS }
  let error = 0
  for (const { probability, inside, outside } of samplesBefore({ share, before, background, totalsKnown })) {
    const evidence = { before: { inside, outside, totalsKnown }, others }
    for (let failed = 0; failed <= after; failed += 1) {
      // More failing is never the more gone, so the first that is not ends the row.
      if (confirmFix({ ...evidence, after: { failed, total: after } }).verdict !== 'gone') break
      error += probability * binomial(failed, after, share)
    }
  }
  return error
}

function samplesBefore({ share, before, background, totalsKnown }: Omit<Setting, 'after'>) {
  const outcomes = Array.from({ length: before + 1 }, (_, count) => count)
  if (totalsKnown) {
    const outside = { failed: Math.round(background * OTHERS), total: OTHERS }
    return outcomes.map((failed) => ({
      probability: binomial(failed, before, share),
      inside: { failed, total: before },
      outside,
    }))
  }
  // As many failing as working ones were picked; how many of each are of the signature follows from the shares.
  const failingInside = partInside(share, background)
  const workingInside = partInside(1 - share, 1 - background)
  return outcomes.flatMap((failed) =>
    outcomes.map((working) => ({
      probability: binomial(failed, before, failingInside) * binomial(working, before, workingInside),
      inside: { failed, total: failed + working },
      outside: { failed: before - failed, total: 2 * before - failed - working },
    })),
  )
}

function partInside(share: number, background: number): number {
  return (PREVALENCE * share) / (PREVALENCE * share + (1 - PREVALENCE) * background)
}

function binomial(count: number, of: number, share: number): number {
  let log = count * Math.log(share) + (of - count) * Math.log(1 - share)
  for (let i = 1; i <= count; i += 1) log += Math.log((of - count + i) / i)
  return Math.exp(log)
}
