/**
 * The number with fewest digits above `over` and up to `upTo`: every one of them cuts the same records, and people say
 * "3.5", not "3.4871". Of equally short ones the one nearest to zero.
 */
export function roundestBetween(over: number, upTo: number): number {
  if (!(over < upTo)) throw new RangeError(`No number lies above ${over} and up to ${upTo}.`)
  if (over < 0 && upTo >= 0) return 0
  if (over === -Infinity || upTo === Infinity) return upTo === Infinity ? over : upTo
  const greatest = Math.max(Math.abs(over), Math.abs(upTo))
  for (let exponent = Math.floor(Math.log10(greatest)) + 1; exponent >= -MOST_DECIMALS; exponent -= 1) {
    const found = multipleBetween(over, upTo, exponent)
    if (found !== null) return found
  }
  return upTo
}

const MOST_DECIMALS = 12

/** By division for decimals: 0.1 is 1 / 10, but not 1 × 0.1 to the last bit for all multiples. */
function multipleBetween(over: number, upTo: number, exponent: number): number | null {
  const power = 10 ** Math.abs(exponent)
  const scaled = (number: number) => (exponent >= 0 ? number / power : number * power)
  const unscaled = (multiple: number) => (exponent >= 0 ? multiple * power : multiple / power)
  const first = upTo < 0 ? Math.floor(scaled(upTo)) : Math.floor(scaled(over)) + 1
  // One step either way, since the division rounds too.
  const [less, more] = upTo < 0 ? [first + 1, first - 1] : [first - 1, first + 1]
  return [less, first, more].map(unscaled).find((number) => number > over && number <= upTo) ?? null
}
