import { describe, expect, test } from 'vitest'
import type { PolicyAssignment } from '../../../shared/contract/settings.ts'
import { isUnbound, movedLine, shadowedLines, withField } from '../../../renderer/settings/assignments.ts'

function line(fields: Partial<PolicyAssignment>): PolicyAssignment {
  return { policyId: 'p', customer: null, sourceId: null, queue: null, ...fields }
}

describe('lines of contracts', () => {
  test('a line behind one that takes all of its tickets is never reached', () => {
    const lines = [
      line({ customer: 'Acme' }),
      line({ customer: 'Acme', queue: 'NOC' }),
      line({ customer: 'Other', queue: 'NOC' }),
      line({ queue: 'NOC' }),
    ]
    expect([...shadowedLines(lines)]).toEqual([1])
    expect([...shadowedLines(lines.toReversed())]).toEqual([1, 2])
  })

  test('a line that names nothing is unbound and hides all after it', () => {
    expect(isUnbound(line({}))).toBe(true)
    expect(isUnbound(line({ queue: 'NOC' }))).toBe(false)
    expect([...shadowedLines([line({}), line({ customer: 'Acme' })])]).toEqual([1])
  })

  test('lines move by one place and stay at the ends', () => {
    const lines = [line({ queue: 'a' }), line({ queue: 'b' })]
    expect(movedLine(lines, 0, 1).map((l) => l.queue)).toEqual(['b', 'a'])
    expect(movedLine(lines, 0, -1)).toBe(lines)
    expect(movedLine(lines, 1, 1)).toBe(lines)
  })

  test('an emptied field means any', () => {
    expect(withField([line({ queue: 'a' })], 0, 'queue', '')[0]?.queue).toBeNull()
    expect(withField([line({})], 0, 'policyId', 'q')[0]?.policyId).toBe('q')
  })
})
