import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leadingClock } from '../../../renderer/boards/leading-clock.ts'
import { rowState } from '../../../renderer/boards/row-state.ts'
import { clockState, type Clock } from '../../../shared/records/clock.ts'
import { boardClocks } from '../../../shared/sla/board-clocks.ts'
import { nextClock } from '../../../shared/sla/next-clock.ts'
import { clockWith, rowWith } from '../../renderer/support/board-rows.ts'

const met = clockWith({ id: 'first-response', state: 'met', settledAt: 60_000 })
const late = clockWith({ id: 'next-reply', state: 'breached', breachedAt: 1, settledAt: 60_000 })
const overdue = clockWith({ id: 'resolution', state: 'breached', breachedAt: 1 })
const excluded = clockWith({ id: 'call-back', state: 'excluded', dueAt: null })
const excludedAnswered = clockWith({ id: 'call-back', state: 'excluded', dueAt: null, settledAt: 60_000 })
const unknown = clockWith({ id: 'periodic-update', state: 'cannot-be-computed', dueAt: null })
const notPromised = clockWith({ id: 'resolution', state: 'not-promised', dueAt: null })

const instant = fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: null })
const anyClock: fc.Arbitrary<Clock> = fc
  .record({
    id: fc.string(),
    state: fc.constantFrom(...clockState.options),
    dueAt: instant,
    atRiskAt: instant,
    settledAt: instant,
    breachedAt: instant,
  })
  .map(clockWith)

describe('the clocks of a row on the board', () => {
  test.each([
    ['what is owed stays, what was answered goes', [overdue, met, late, notPromised], [overdue]],
    ['time that does not count is still said', [excluded, excludedAnswered, met], [excluded]],
    ['a gap is still said', [met, unknown], [unknown]],
    ['where nothing is due one clock says so', [met, late, notPromised], [met]],
    ['a case with nothing but an unpromised clock keeps it', [notPromised], [notPromised]],
    ['nothing known stays nothing known', [], []],
  ])('%s', (_, clocks, expected) => {
    expect(boardClocks(clocks)).toEqual(expected)
  })

  test('a row says the same with them as with all', () => {
    fc.assert(
      fc.property(fc.array(anyClock), fc.integer({ min: 0, max: 10_000_000 }), (clocks, now) => {
        const [all, some] = [rowWith({ clocks }), rowWith({ clocks: boardClocks(clocks) })]
        expect(rowState(some, now)).toBe(rowState(all, now))
        expect(leadingClock(some)).toBe(leadingClock(all))
        expect(nextClock(some.clocks)).toBe(nextClock(all.clocks))
      }),
    )
  })
})
