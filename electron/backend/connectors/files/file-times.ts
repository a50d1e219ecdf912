import { instantOfWall, requireZone, zoneOffsets, type ZoneOffsets } from '../../../../shared/time/zone.ts'

/** UTC ms, or why the text is no time. */
export type ParsedTime = { readonly at: number } | { readonly reason: string }

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s*(Z|[+-]\d\d:?\d\d)?)?$/i
const SECONDS = /^\d{9,10}$/
const MILLISECONDS = /^\d{12,13}$/

/** Wall times of older or later years are no tickets'. */
const TABLE_FROM = Date.UTC(1990, 0, 1)
const TABLE_TO = Date.UTC(2090, 0, 1)

/**
 * Reads ISO 8601 times and seconds or milliseconds since 1970. A time without an offset is a wall time of
 * `timeZone`; without a zone it is refused, since nobody can know what it means. Throws on an unknown zone.
 */
export function createTimeReader(timeZone: string | null): (text: string) => ParsedTime {
  let zone: ZoneOffsets | null = null
  if (timeZone !== null) {
    requireZone(timeZone, 'timeZone')
    zone = zoneOffsets(timeZone, TABLE_FROM, TABLE_TO)
  }

  return (text) => {
    const value = text.trim()
    if (SECONDS.test(value)) return { at: Number(value) * 1000 }
    if (MILLISECONDS.test(value)) return { at: Number(value) }
    const iso = ISO.exec(value)
    if (iso === null) return { reason: `"${value.slice(0, 40)}" is not a time like 2026-11-22T18:00:00Z` }
    const [, day = '', time = '00:00', offset] = iso
    const wall = Date.parse(`${day}T${time}Z`)
    // Date.parse turns 31 February into March.
    if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(day)) {
      return { reason: `"${value}" is not in the calendar` }
    }
    if (offset !== undefined) return { at: wall - offsetMs(offset) }
    if (zone === null) return { reason: `"${value}" has no offset, and no time zone is set for the file` }
    return { at: Math.floor(instantOfWall(zone, wall)) }
  }
}

function offsetMs(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0
  const sign = offset.startsWith('-') ? -1 : 1
  const digits = offset.replaceAll(/\D/g, '')
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000
}
