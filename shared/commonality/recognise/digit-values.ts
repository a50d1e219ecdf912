import type { ColumnRole } from '../../records/column-words.ts'
import { shareOf } from './column-sample.ts'

export type DigitsRole = Extract<ColumnRole, 'iccid' | 'imsi' | 'imei' | 'eid' | 'msisdn'>

const LEAST_SHARE = 0.95

/** What numbers of devices, SIMs and subscribers are by their own checks; null where they say nothing. */
export function digitsRole(values: readonly string[]): DigitsRole | null {
  if (values.length === 0) return null
  // SGP.02: an EID has 32 digits and begins with 89.
  if (shareOf(values, (value) => /^89\d{30}$/.test(value)) >= LEAST_SHARE) return 'eid'
  // ITU-T E.118: 89, up to 19 digits with a check digit, or 20; some files keep the filler F.
  if (shareOf(values, (value) => /^89\d{16,18}[\dF]F?$/i.test(value)) >= LEAST_SHARE) return 'iccid'
  if (shareOf(values, (value) => /^\d{15}$/.test(value)) < LEAST_SHARE) return null
  // One of ten numbers has a right check digit by chance: nearly all of many have it only where it is one.
  if (values.length >= 3 && shareOf(values, hasLuhnDigit) >= LEAST_SHARE) return 'imei'
  // ITU-T E.212: an IMSI begins with a country code from 200 to 799, or 901 of shared networks.
  if (shareOf(values, (value) => /^(?:[2-7]\d\d|901)/.test(value)) >= LEAST_SHARE) return 'imsi'
  return null
}

/** A telephone number as it stands in records of calls. */
export function isTelephoneNumber(value: string): boolean {
  return /^\+?\d{3,18}$/.test(value)
}

/** Numbers whose first digits mean something even where no name says so: with +, or long and of no fixed range. */
export function looksLikeTelephoneNumbers(values: readonly string[]): boolean {
  if (shareOf(values, (value) => /^\+?\d{7,15}$/.test(value)) < LEAST_SHARE) return false
  return shareOf(values, (value) => value.startsWith('+') || /^00[1-9]/.test(value)) > 0.3
}

/** ISO/IEC 7812-1, annex B. */
export function hasLuhnDigit(value: string): boolean {
  let sum = 0
  for (let back = 0; back < value.length; back += 1) {
    const digit = Number(value[value.length - 1 - back])
    const doubled = back % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
