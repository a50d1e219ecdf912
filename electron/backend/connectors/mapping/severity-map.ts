import * as z from 'zod'
import { severityCode, type SeverityCode } from '../../../../shared/records/ticket.ts'

/**
 * Severity code for each value of the source. A key is the value itself (any case), a range of numbers "50-79", or
 * "80+" for a number and everything above.
 */
export const severityMap = z.record(z.string().min(1), severityCode)
export type SeverityMap = z.infer<typeof severityMap>

const RANGE = /^\s*(-?\d+)\s*(?:\+|-\s*(\d+))\s*$/

/** Null where no key covers the value; an exact key goes before a range. A severity code stands for itself. */
export function severityOf(value: string | null, map: SeverityMap): SeverityCode | null {
  const wanted = value?.trim().toLowerCase() ?? ''
  if (wanted === '') return null
  const entries = Object.entries(map)
  const exact = entries.find(([key]) => key.trim().toLowerCase() === wanted)
  if (exact !== undefined) return exact[1]
  const number = Number(wanted)
  if (Number.isNaN(number)) return severityCode.safeParse(wanted.toUpperCase()).data ?? null
  return entries.find(([key]) => covers(key, number))?.[1] ?? null
}

function covers(key: string, number: number): boolean {
  const range = RANGE.exec(key)
  if (range === null) return key.trim() !== '' && Number(key) === number
  const [, from, to] = range
  return number >= Number(from) && (to === undefined || number <= Number(to))
}
