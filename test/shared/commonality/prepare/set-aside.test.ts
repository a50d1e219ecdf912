import { describe, expect, test } from 'vitest'
import { prepareCase } from '../../../../shared/commonality/prepare/prepare-case.ts'
import { recordsOf } from './made-records.ts'

const ROWS = 40
const rows = Array.from({ length: ROWS }, (_, row) => row)
const failed = rows.map((row) => row % 4 === 0)
const carrier = rows.map((row) => `carrier ${row % 3}`)

function setAside(columns: Parameters<typeof recordsOf>[0], options: Parameters<typeof prepareCase>[1] = {}) {
  return prepareCase(recordsOf({ carrier, ...columns }, failed), options).setAside
}

describe('a column is set aside', () => {
  test('where it is always blank or always the same', () => {
    expect(setAside({ note: rows.map(() => null), site: rows.map(() => 'north') })).toEqual([
      { column: 'note', reason: 'all-blank' },
      { column: 'site', reason: 'one-value' },
    ])
    expect(setAside({ site: rows.map((row) => (row === 7 ? null : 'north')) })).toEqual([])
  })

  test('where a number or instant is the same everywhere', () => {
    const at = Date.UTC(2026, 10, 20)
    expect(
      setAside({ slots: rows.map(() => 4), start: { kind: 'time', cells: rows.map(() => at) } }),
    ).toEqual([
      { column: 'slots', reason: 'one-value' },
      { column: 'start', reason: 'one-value' },
    ])
  })

  test('where it names records: by kind, by role, or with more than nine of ten values of their own', () => {
    const found = setAside({
      uuid: { kind: 'identifier', cells: rows.map((row) => `u${row}`) },
      reference: rows.map((row) => `r${row}`),
      call: { role: 'call-id', cells: rows.map((row) => `c${row % 20}`) },
      shared: rows.map((row) => `s${row % 36}`),
    })
    expect(found).toEqual([
      { column: 'uuid', reason: 'identifier' },
      { column: 'reference', reason: 'identifier' },
      { column: 'call', reason: 'identifier' },
    ])
  })

  test('by its own values, not by those of rows that are not looked at', () => {
    const table = recordsOf({ carrier }, failed)
    const [column] = table.columns
    if (column === undefined) throw new Error('no column')
    const ofMore = {
      ...column,
      distinct: 900,
      values: [...column.values, ...Array.from({ length: 900 }, (_, n) => `${n}`)],
    }
    expect(prepareCase({ ...table, columns: [ofMore] }).setAside).toEqual([])
  })

  test('not because each row has its own value, where rows stand for many records', () => {
    const gateways = rows.map((row) => `gateway ${row}`)
    const counted = recordsOf(
      { gateway: gateways },
      rows.map((row) => [row === 3 ? 80 : 1, 100]),
    )
    expect(prepareCase(counted).setAside).toEqual([])
  })

  test('where the definition of failing names it, unless it is asked for', () => {
    expect(setAside({}, { outcome: ['carrier'] })).toEqual([{ column: 'carrier', reason: 'outcome' }])
    expect(setAside({}, { outcome: ['carrier'], keep: ['carrier'] })).toEqual([])
  })

  test('where it counts records, or a person says so', () => {
    const copies = rows.map((row) => row % 5)
    expect(setAside({ copies }, { counts: ['copies'], keep: ['copies'] })).toEqual([
      { column: 'copies', reason: 'count' },
    ])
    expect(setAside({ weight: { role: 'weight', cells: copies } })).toEqual([
      { column: 'weight', reason: 'count' },
    ])
    expect(setAside({}, { ignore: ['carrier'] })).toEqual([{ column: 'carrier', reason: 'ignored' }])
  })

  test('as an identifier, unless it is asked for and its values are known', () => {
    const reference = rows.map((row) => `r${row}`)
    expect(setAside({ reference }, { keep: ['reference'] })).toEqual([])
    const uuid = { kind: 'identifier' as const, cells: Array.from({ length: ROWS }, (_, row) => `u${row}`) }
    const table = recordsOf({ uuid }, failed)
    const unread = {
      ...table,
      columns: table.columns.map((column) => ({ ...column, codes: null, values: [] })),
    }
    expect(prepareCase(unread, { keep: ['uuid'] }).setAside).toEqual([
      { column: 'uuid', reason: 'identifier' },
    ])
  })
})
