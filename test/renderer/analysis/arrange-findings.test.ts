import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrangeFindings } from '../../../renderer/analysis/arrange-findings.ts'
import { shownResult } from '../../../renderer/analysis/shown-result.ts'
import { madeFinding, madeResult } from '../../support/made-analysis.ts'

function named(ids: readonly string[]) {
  return ids.map((id) => ({ id }))
}

test('findings on screen keep their order, gone ones leave, new ones come last in their own order', () => {
  const arranged = arrangeFindings(['b', 'gone', 'a'], named(['new', 'a', 'newer', 'b']))
  expect(arranged.map(({ id }) => id)).toEqual(['b', 'a', 'new', 'newer'])
})

test('nothing is lost or doubled, and no two that are read change places', () => {
  const ids = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 8 })
  fc.assert(
    fc.property(ids, ids, (shown, answer) => {
      const arranged = arrangeFindings(shown, named(answer)).map(({ id }) => id)
      expect(arranged.toSorted()).toEqual(answer.toSorted())
      const kept = shown.filter((id) => answer.includes(id))
      const added = answer.filter((id) => !shown.includes(id))
      expect(arranged).toEqual([...kept, ...added])
    }),
  )
})

test('an answer in another order than its own says so', () => {
  const first = madeFinding({ id: 'first' })
  const second = madeFinding({ id: 'second' })
  const result = madeResult({ findings: [first, second] })
  expect(shownResult(result, []).isHeld).toBe(false)
  expect(shownResult(result, ['first', 'second']).isHeld).toBe(false)
  const held = shownResult(result, ['second', 'first'])
  expect(held.isHeld).toBe(true)
  expect(held.findings).toEqual([second, first])
})
