import { expect, test } from 'vitest'
import { failedFix } from '../../../renderer/ticket/failed-fix.ts'
import type { FixConfirmation } from '../../../shared/records/fix-confirmation.ts'
import { failedStatus } from '../../support/made-analysis.ts'

function tried(verdict: FixConfirmation['verdict'], at: number): FixConfirmation {
  return {
    id: `${verdict} ${at}`,
    analysisId: 'a',
    findingId: 'f',
    ticketId: 't',
    signature: { parts: [{ kind: 'blank', column: 'apn' }], definition: failedStatus },
    recordSetId: 'r',
    recordSetName: 'r.csv',
    verdict,
    before: { failed: 9, total: 10 },
    after: { failed: 4, total: 10 },
    others: { failed: 0, total: 10 },
    needed: null,
    at,
    by: 'Test',
  }
}

test('a fix that left the fault or part of it has failed', () => {
  expect(failedFix([tried('unchanged', 2)])?.at).toBe(2)
  expect(failedFix([tried('reduced', 3), tried('gone', 2)])?.at).toBe(3)
})

test('one after which it is gone has not, whatever came before', () => {
  expect(failedFix([tried('gone', 3), tried('unchanged', 2)])).toBeNull()
  expect(failedFix([])).toBeNull()
})

test('too few records leave what was known before', () => {
  expect(failedFix([tried('too-few', 3), tried('unchanged', 2)])?.at).toBe(2)
  expect(failedFix([tried('too-few', 3), tried('gone', 2)])).toBeNull()
  expect(failedFix([tried('too-few', 3)])).toBeNull()
})
