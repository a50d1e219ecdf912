import { createHash } from 'node:crypto'

/** A stable id for what its source gave none: the same parts give the same id at the next reading. */
export function madeId(...parts: readonly (string | number | null)[]): string {
  const joined = parts.map((part) => part ?? '').join('\u0000')
  return `made:${createHash('sha256').update(joined).digest('hex').slice(0, 24)}`
}
