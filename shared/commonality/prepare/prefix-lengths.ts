import type { ColumnRole } from '../../records/column-words.ts'
import type { PrefixCodes, RecordColumn } from '../record-table.ts'

/** Where the parts of a number end that mean something by themselves, in digits from the start. */
const KNOWN_CUTS: Partial<Record<ColumnRole, readonly number[]>> = {
  // Mobile country code; with a network code of two digits, or of three (ITU-T E.212).
  imsi: [3, 5, 6],
  // Type allocation code (3GPP TS 23.003).
  imei: [8],
  // Telecom and country; with the issuer (ITU-T E.118).
  iccid: [4, 5, 6, 7],
  // Telecom and country; with the issuer of the chip (GSMA SGP.29).
  eid: [5, 8],
}

/** Each length is one more way to look at the column, which makes every description dearer to name. */
const MOST_LENGTHS = 8

/**
 * Lengths at which numbers part: of lengths that tell the same numbers apart only the shortest, none at which all are
 * alike or nearly every record has its own. Where there are many, known cuts come first, then those at which numbers
 * part most. In order of length, longest first, as views are finest first.
 */
export function prefixLengths({ prefixes, role }: RecordColumn, records: number): PrefixCodes[] {
  const parting: PrefixCodes[] = []
  const parts = new Map<PrefixCodes, number>()
  let before = 1
  for (const prefix of (prefixes ?? []).toSorted((a, b) => a.length - b.length)) {
    const distinct = prefix.values.length - 1
    if (distinct <= before || distinct * 2 > records) continue
    parts.set(prefix, distinct / before)
    parting.push(prefix)
    before = distinct
  }
  const known = new Set(role === null ? [] : KNOWN_CUTS[role])
  const byMerit = parting.toSorted(
    (a, b) =>
      Number(known.has(b.length)) - Number(known.has(a.length)) || (parts.get(b) ?? 0) - (parts.get(a) ?? 0),
  )
  return byMerit.slice(0, MOST_LENGTHS).sort((a, b) => b.length - a.length)
}
