import { describe, expect, test } from 'vitest'
import { prepareCase } from '../../../../shared/commonality/prepare/prepare-case.ts'
import type { Prepared } from '../../../../shared/commonality/prepare/prepared.ts'
import { shortestPrefix } from '../../../../shared/commonality/prepare/shortest-prefix.ts'
import { toParts } from '../../../../shared/commonality/prepare/to-parts.ts'
import { recordsOf } from './made-records.ts'

const ROWS = 1_200
const rows = Array.from({ length: ROWS }, (_, row) => row)
/** London, Leeds, Paris and the United States by turns; the digits after that go their own ways. */
const AREAS = ['+4420794', '+4411349', '+3319900', '+1212555']
const called = rows.map(
  (row) => `${AREAS[row % 4] ?? ''}6${row % 10}${String((row * 7) % 100).padStart(2, '0')}`,
)

/** The shortest for a prefix of the given length that begins the number of the row. */
function shortened(prepared: Prepared, length: number, row: number) {
  const dimension = prepared.views.findIndex((view) => view.kind === 'prefix' && view.length === length)
  const code = prepared.caseTable.dimensions[dimension]?.codes[row] ?? 0
  return toParts(prepared, shortestPrefix(prepared, [{ dimension, code }]))
}

function failing(prefix: string): boolean[] {
  return called.map((number) => number.startsWith(prefix))
}

describe('the shortest prefix that explains', () => {
  test('is as long as it must be', () => {
    const table = recordsOf({ called: { kind: 'digits', cells: called } }, failing('+4420'))
    const prepared = prepareCase(table)
    expect(prepared.views.map((view) => (view.kind === 'prefix' ? view.length : 0))).toEqual([11, 10, 4, 2])
    expect(shortened(prepared, 10, 0)).toEqual([{ kind: 'prefix', column: 'called', prefix: '+442' }])
  })

  test('is not shorter than what fails', () => {
    const prepared = prepareCase(
      recordsOf({ called: { kind: 'digits', cells: called } }, failing('+44207946')),
    )
    expect(shortened(prepared, 11, 0)).toEqual([{ kind: 'prefix', column: 'called', prefix: '+442' }])
    const one = prepareCase(recordsOf({ called: { kind: 'digits', cells: called } }, failing('+442079464')))
    expect(shortened(one, 11, 4)).toEqual([{ kind: 'prefix', column: 'called', prefix: '+442079464' }])
  })

  test('of a whole number is a prefix where its neighbours fail as well', () => {
    const few = rows.map((row) => `+4420794600${10 + (row % 20)}`)
    const prepared = prepareCase(
      recordsOf(
        { called: { kind: 'digits', cells: few } },
        few.map((number) => number.startsWith('+44207946001')),
      ),
    )
    const code = prepared.caseTable.dimensions[0]?.codes[0] ?? 0
    expect(prepared.views[0]?.kind).toBe('values')
    expect(toParts(prepared, shortestPrefix(prepared, [{ dimension: 0, code }]))).toEqual([
      { kind: 'prefix', column: 'called', prefix: '+44207946001' },
    ])
  })

  test('leaves other parts as they are', () => {
    const prepared = prepareCase(
      recordsOf(
        { codec: rows.map((row) => `c${row % 3}`) },
        rows.map((row) => row % 3 === 0),
      ),
    )
    expect(shortestPrefix(prepared, [{ dimension: 0, code: 1 }])).toEqual([{ dimension: 0, code: 1 }])
  })

  test('weighs only what earlier findings leave over', () => {
    // Only +442079464… fails; where the rest of +442… is explained, the shorter one says it all.
    const prepared = prepareCase(
      recordsOf({ called: { kind: 'digits', cells: called } }, failing('+442079464')),
    )
    const explained = Uint8Array.from(called, (number) =>
      number.startsWith('+442') && !number.startsWith('+442079464') ? 1 : 0,
    )
    const dimension = prepared.views.findIndex((view) => view.kind === 'prefix' && view.length === 10)
    const code = prepared.caseTable.dimensions[dimension]?.codes[4] ?? 0
    expect(toParts(prepared, shortestPrefix(prepared, [{ dimension, code }], explained))).toEqual([
      { kind: 'prefix', column: 'called', prefix: '+442' },
    ])
  })
})

describe('lengths at which numbers are looked at', () => {
  test('are those at which they part, known cuts before others', () => {
    // Every digit parts two ways, so there are more lengths than are looked at.
    const imsi = rows.map((row) =>
      Array.from({ length: 12 }, (_, place) => 1 + ((row >> place) & 1)).join(''),
    )
    const prepared = prepareCase(
      recordsOf(
        { imsi: { kind: 'digits', role: 'imsi', cells: imsi } },
        rows.map((row) => row % 3 === 0),
      ),
    )
    const lengths = prepared.views.map((view) => (view.kind === 'prefix' ? view.length : 0))
    expect(lengths).toHaveLength(8)
    expect(lengths).toEqual(expect.arrayContaining([3, 5, 6]))
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a))
  })

  test('do not go on to where nearly every record has its own', () => {
    const serial = rows.map((row) => `8944${String(row).padStart(5, '0')}`)
    const prepared = prepareCase(
      recordsOf(
        { iccid: { kind: 'digits', role: 'iccid', cells: serial } },
        rows.map((row) => row < 100),
      ),
    )
    expect(prepared.views.map((view) => (view.kind === 'prefix' ? view.length : 0))).toEqual([8, 7, 6])
  })
})
