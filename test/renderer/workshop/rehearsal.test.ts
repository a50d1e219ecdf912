import { describe, expect, test } from 'vitest'
import { type ClockOutcome, outcomeWord } from '../../../renderer/workshop/difference.ts'
import { changeOf } from '../../../shared/sla/rehearsal.ts'
import { dateFieldOf, spanOf } from '../../../renderer/workshop/rehearsal-span.ts'

const DAY = 86_400_000
const NOW = new Date(2026, 10, 22, 9, 30).getTime()

describe('the span of a rehearsal', () => {
  test.each([
    ['week', 7],
    ['month', 30],
    ['quarter', 90],
  ] as const)('%s ends now and began %i days ago', (name, days) => {
    expect(spanOf({ name, first: '', last: '' }, NOW)).toEqual({ from: NOW - days * DAY, to: NOW })
  })

  test('of own dates goes from midnight to midnight here, the last day included', () => {
    expect(spanOf({ name: 'own', first: '2026-03-28', last: '2026-03-29' }, NOW)).toEqual({
      from: new Date(2026, 2, 28).getTime(),
      to: new Date(2026, 2, 30).getTime(),
    })
  })

  test.each([
    ['', '2026-03-29'],
    ['2026-03-28', ''],
    ['2026-03-30', '2026-03-28'],
    ['yesterday', '2026-03-28'],
  ])('from "%s" to "%s" is none', (first, last) => {
    expect(spanOf({ name: 'own', first, last }, NOW)).toBeNull()
  })

  test('begins with dates as a date field writes them', () => {
    expect(dateFieldOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05')
  })
})

describe('a difference', () => {
  const met = { state: 'met' as const, dueAt: 5, breachedAt: null, settledAt: 4 }
  const late = { state: 'breached' as const, dueAt: 5, breachedAt: 5, settledAt: 9 }
  const open = { ...late, settledAt: null }
  const of = (before: ClockOutcome | null, after: ClockOutcome | null) => ({
    ticketId: 't',
    caseNumber: '1',
    subject: '',
    customer: null,
    severity: null,
    clockId: 'resolution',
    metric: 'resolution',
    before,
    after,
  })

  test('is a breach, an avoided one, one nobody counts any more, or neither', () => {
    expect(changeOf(of(met, late))).toBe('breach')
    expect(changeOf(of(null, late))).toBe('breach')
    expect(changeOf(of(late, met))).toBe('avoided')
    expect(changeOf(of(late, null))).toBe('lost')
    expect(changeOf(of(late, { ...met, state: 'cannot-be-computed' as const }))).toBe('lost')
    expect(changeOf(of(late, { ...met, state: 'not-promised' as const }))).toBe('lost')
    expect(changeOf(of(late, { ...late, dueAt: 6 }))).toBe('other')
    expect(changeOf(of(null, met))).toBe('other')
  })

  test('tells a broken promise that was answered from one that still is not', () => {
    expect(outcomeWord(late)).toBe('answered-late')
    expect(outcomeWord(open)).toBe('breached')
    expect(outcomeWord(met)).toBe('met')
  })
})
