import type { ColumnKind, ColumnRole } from '../../records/column-words.ts'
import { type ColumnSample, shareOf } from './column-sample.ts'
import { digitsRole, isTelephoneNumber, looksLikeTelephoneNumbers } from './digit-values.ts'
import { roleOfName, speaksOfClass, speaksOfTime } from './known-names.ts'
import { type NumberReading, numberReading } from './number-values.ts'
import { type TimeReading, timeReading } from './time-values.ts'

/** How values become numbers or instants. */
export type ValueReading = NumberReading | TimeReading

export interface RecognisedColumn {
  readonly name: string
  readonly kind: ColumnKind
  readonly role: ColumnRole | null
  /** What the guess goes by. */
  readonly why: 'layout' | 'name' | 'values'
  /** Of `number` and `time`; null for other kinds. */
  readonly reading: ValueReading | null
}

/** What a layout or a person says of a column. */
export interface GivenColumn {
  readonly name: string
  readonly kind: ColumnKind
  readonly role: ColumnRole | null
}

/** From so many different values on, a column that hardly repeats one names records. */
const LEAST_IDENTIFIERS = 20
const IDENTIFIER_SHARE = 0.9

/** Only one column of a file has these; the others are what their values are. */
const SINGLE_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'call-id',
  'start',
  'end',
  'failed-count',
  'total-count',
  'weight',
])

/**
 * What each column holds and what it is: as a layout says (`given`, by name), else from its name and values.
 */
export function recogniseColumns(
  samples: readonly ColumnSample[],
  given: ReadonlyMap<string, GivenColumn> = new Map(),
): RecognisedColumn[] {
  const columns = samples.map((sample) => {
    const known = given.get(sample.name)
    return known === undefined ? recogniseColumn(sample) : readAs(sample, known)
  })
  const taken = new Map<ColumnRole, number>()
  for (const [index, { role }] of columns.entries()) {
    if (role === null || !SINGLE_ROLES.has(role)) continue
    const holder = columns[taken.get(role) ?? -1]
    if (holder === undefined || surenessOf(columns[index]) < surenessOf(holder)) taken.set(role, index)
  }
  return columns.map((column, index) =>
    column.role !== null && SINGLE_ROLES.has(column.role) && taken.get(column.role) !== index
      ? { ...column, role: null, why: 'values' }
      : column,
  )
}

/** Least is surest. */
function surenessOf(column: RecognisedColumn | undefined): number {
  if (column === undefined) return Infinity
  return column.why === 'layout' ? -1 : (roleOfName(column.name)?.rank ?? Infinity)
}

/** How the values are read where kind and role are given. A kind that no value fits gives a reading all the same. */
export function readAs(sample: ColumnSample, given: GivenColumn): RecognisedColumn {
  return { ...given, why: 'layout', reading: readingFor(sample, given.kind) }
}

function readingFor({ values }: ColumnSample, kind: ColumnKind): ValueReading | null {
  if (kind === 'number') return numberReading(values) ?? { is: 'number', as: 'plain' }
  if (kind === 'time') return timeReading(values, true) ?? { is: 'time', as: 'iso', zoned: false }
  return null
}

function recogniseColumn(sample: ColumnSample): RecognisedColumn {
  const { name, values } = sample
  const named = roleOfName(name)?.role ?? null
  const byName = named === null ? null : withRole(sample, named)
  if (byName !== null) return byName
  const time = timeReading(values, speaksOfTime(name))
  if (time !== null) return { name, kind: 'time', role: null, why: 'values', reading: time }
  const digits = digitsRole(values)
  if (digits !== null) return { name, kind: 'digits', role: digits, why: 'values', reading: null }
  if (looksLikeTelephoneNumbers(values))
    return { name, kind: 'digits', role: null, why: 'values', reading: null }
  return plainColumn(sample)
}

function plainColumn(sample: ColumnSample): RecognisedColumn {
  const { name, values } = sample
  const number = numberReading(values)
  const isClass = number?.as === 'plain' && speaksOfClass(name)
  if (number !== null && !isClass) return { name, kind: 'number', role: null, why: 'values', reading: number }
  const kind = namesRecords(sample) ? 'identifier' : 'category'
  return { name, kind, role: null, why: 'values', reading: null }
}

/** Whether nearly every record has a value of its own. */
export function namesRecords({ distinct, filled }: Pick<ColumnSample, 'distinct' | 'filled'>): boolean {
  return distinct >= LEAST_IDENTIFIERS && distinct > filled * IDENTIFIER_SHARE
}

/** The column as its name says; null where the values speak against it. */
function withRole(sample: ColumnSample, role: ColumnRole): RecognisedColumn | null {
  const { name, values } = sample
  const isBlank = values.length === 0
  switch (role) {
    case 'call-id':
      return { name, kind: 'identifier', role, why: 'name', reading: null }
    case 'start':
    case 'end': {
      const reading = timeReading(values, true)
      return reading === null ? null : { name, kind: 'time', role, why: 'name', reading }
    }
    case 'duration':
    case 'failed-count':
    case 'total-count':
    case 'weight': {
      const reading = numberReading(values)
      const isCount = shareOf(values, (value) => value.startsWith('-')) === 0
      return reading === null || !isCount ? null : { name, kind: 'number', role, why: 'name', reading }
    }
    case 'sip-code':
    case 'release-cause':
    case 'status': {
      const reading = numberReading(values)
      if (reading === null) return { name, kind: 'category', role, why: 'name', reading }
      if (role === 'sip-code' && shareOf(values, isSipCode) < 0.9) return null
      return {
        name,
        kind: role === 'status' ? 'category' : 'number',
        role,
        why: 'name',
        reading: role === 'status' ? null : reading,
      }
    }
    case 'iccid':
    case 'imsi':
    case 'imei':
    case 'eid':
    case 'msisdn':
    case 'calling-number':
    case 'called-number': {
      const areDigits = isBlank || shareOf(values, isTelephoneNumber) >= 0.8 || digitsRole(values) !== null
      if (areDigits) return { name, kind: 'digits', role, why: 'name', reading: null }
      return {
        name,
        kind: namesRecords(sample) ? 'identifier' : 'category',
        role,
        why: 'name',
        reading: null,
      }
    }
    case 'codec':
    case 'gateway':
    case 'carrier':
    case 'customer':
    case 'mno':
    case 'apn':
    case 'rate-plan':
    case 'location':
      break
  }
  return { name, kind: 'category', role, why: 'name', reading: null }
}

/** 100 to 699 by RFC 3261; 0 stands where no response came. */
function isSipCode(value: string): boolean {
  return /^(?:0|[1-6]\d\d)$/.test(value)
}
