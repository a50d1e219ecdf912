/** Which share of the rows is taken, of those with failing records and of the others. */
export interface SideSampling {
  readonly failing: number
  readonly working: number
}

/**
 * Above `most` rows: all with failing records up to half of the room, and of the others what is left. Null: take all.
 */
export function sideSampling(failingRows: number, workingRows: number, most: number): SideSampling | null {
  if (failingRows + workingRows <= most) return null
  const failing = Math.min(1, Math.max(most / 2, most - workingRows) / failingRows)
  const room = most - failingRows * failing
  return { failing, working: workingRows === 0 ? 1 : Math.min(1, room / workingRows) }
}

const PARTS = 2 ** 32

/**
 * Whether a row is taken: by a hash of its number, so that the same question gives the same rows. The hash is that of
 * 32-bit integers by Ellis and Mulvey's search for low bias (nullprogram.com/blog/2018/07/31); every product stays
 * below 2^63.
 */
export function isTakenSql(row: string, failed: string, { failing, working }: SideSampling): string {
  const mixed = [16, 15].reduce(
    (hash, shift, step) =>
      `((xor(${hash}, ${hash} >> ${shift}) * ${step === 0 ? 0x7feb352d : 0x46ca68b}) & 4294967295)`,
    `(${row} & 4294967295)`,
  )
  const threshold = (share: number): number => Math.round(share * PARTS)
  return `xor(${mixed}, ${mixed} >> 16) < CASE WHEN ${failed} > 0 THEN ${threshold(failing)} ELSE ${threshold(working)} END`
}
