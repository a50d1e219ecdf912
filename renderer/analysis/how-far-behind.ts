/**
 * A difference of evidence in words. `behind` is in natural logarithms; the steps are those of Kass and Raftery
 * (Bayes factors, 1995) for 2 ln K: below 2 not worth a mention, below 6 positive, below 10 strong, then very strong.
 */
export function howFarBehind(behind: number): 'level' | 'slightly' | 'clearly' | 'far' {
  if (behind < 1) return 'level'
  if (behind < 3) return 'slightly'
  return behind < 5 ? 'clearly' : 'far'
}
