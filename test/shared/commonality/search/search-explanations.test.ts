import { describe, expect, test } from 'vitest'
import type { CaseTable } from '../../../../shared/commonality/case-table.ts'
import { searchExplanations } from '../../../../shared/commonality/search/search-explanations.ts'
import type { SearchAnswer } from '../../../../shared/commonality/search-result.ts'

/** Rows of codes with a failed and a total count each; names are a, b, c … */
function tableOf(
  rows: readonly (readonly number[])[],
  failed: readonly number[],
  total?: readonly number[],
): CaseTable {
  const width = rows[0]?.length ?? 0
  const dimensions = Array.from({ length: width }, (_, place) => {
    const name = String.fromCodePoint(97 + place)
    const codes = Uint8Array.from(rows, (row) => row[place] ?? 0)
    return {
      name,
      column: name,
      codes,
      values: Array.from({ length: 40 }, (_unused, code) => (code === 0 ? '' : `${name}${code}`)),
    }
  })
  return {
    rows: rows.length,
    dimensions,
    failed: Float64Array.from(failed),
    total: Float64Array.from(total ?? rows.map(() => 1)),
  }
}

function answerOf(table: CaseTable): SearchAnswer {
  const search = searchExplanations(table)
  for (;;) {
    const step = search.next()
    if (step.done === true) return step.value
  }
}

function proven(table: CaseTable): string[] {
  const { explanations } = answerOf(table)
  return explanations
    .filter(({ verdict }) => verdict === 'proven')
    .map(({ conjunction }) =>
      conjunction.map(({ dimension, code }) => table.dimensions[dimension]?.values[code]).join('&'),
    )
}

/** 1,000 records; those with a1 and b1 fail, and one in 101 of the others. */
function pairCase(): { rows: number[][]; failed: number[] } {
  const rows = Array.from({ length: 1_000 }, (_, row) => [
    1 + (row % 4),
    1 + (Math.floor(row / 4) % 5),
    1 + (Math.floor(row / 20) % 7),
  ])
  return { rows, failed: rows.map(([a, b], row) => ((a === 1 && b === 1) || row % 101 === 7 ? 1 : 0)) }
}

describe('the search', () => {
  test('names the pair that fails, not its parts', () => {
    const { rows, failed } = pairCase()
    expect(proven(tableOf(rows, failed))).toEqual(['a1&b1'])
  })

  test('gives the same whatever the order of rows', () => {
    const { rows, failed } = pairCase()
    expect(proven(tableOf(rows.toReversed(), failed.toReversed()))).toEqual(['a1&b1'])
  })

  test('takes a weight for as many records', () => {
    const { rows, failed } = pairCase()
    const twice = answerOf(tableOf([...rows, ...rows], [...failed, ...failed]))
    const weighted = answerOf(
      tableOf(
        rows,
        failed.map((one) => 2 * one),
        rows.map(() => 2),
      ),
    )
    expect(weighted).toEqual(twice)
  })

  test('says nothing of one class only, and nothing of rows that are all alike', () => {
    const { rows, failed } = pairCase()
    expect(
      answerOf(
        tableOf(
          rows,
          rows.map(() => 1),
        ),
      ).explanations,
    ).toEqual([])
    expect(
      answerOf(
        tableOf(
          rows,
          rows.map(() => 0),
        ),
      ),
    ).toMatchObject({ explanations: [], unexplained: 0, done: true })
    expect(
      answerOf(
        tableOf(
          rows.map(() => [1, 1]),
          failed,
        ),
      ).explanations,
    ).toEqual([])
  })

  test('never takes a blank for a cause', () => {
    const { rows } = pairCase()
    const blanked = rows.map(([a = 0, b = 0]) => [a === 1 ? 0 : a, b])
    expect(
      proven(
        tableOf(
          blanked,
          rows.map(([a]) => (a === 1 ? 1 : 0)),
        ),
      ),
    ).toEqual([])
  })

  test('answers after each finding before it is done', () => {
    const { rows, failed } = pairCase()
    const early = [...searchExplanations(tableOf(rows, failed))].filter((answer) => answer !== null)
    expect(early.map(({ done, explanations }) => [done, explanations.length])).toEqual([[false, 1]])
  })
})
