import { createRequire } from 'node:module'
import { add, within } from '../../shared/time/business-time.ts'
import { calendar } from '../../shared/time/calendar.ts'
import { compileCalendar } from '../../shared/time/compiled-calendar.ts'
import type { BenchResult } from './bench-result.ts'

export const name = 'business-time'

/** The part of moment-business-time that is measured; the package carries no types. */
interface BusinessMoment {
  addWorkingTime(count: number, unit: 'minutes'): BusinessMoment
  workingDiff(other: BusinessMoment, unit: 'minutes', fractions: boolean): number
  valueOf(): number
}
const moment: { utc(instant: number): BusinessMoment } = createRequire(import.meta.url)(
  'moment-business-time',
)

/** Its default hours, which are also the only zone it is asked for: it knows no time zones. */
const office = compileCalendar(
  calendar.parse({
    timeZone: 'Etc/UTC',
    hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
  }),
  Date.UTC(2025, 0, 1),
  Date.UTC(2028, 0, 1),
)

const MINUTE = 60_000
const CASES = Array.from({ length: 2_000 }, (_, index) => ({
  from: Date.UTC(2026, 0, 1) + index * 4 * 3_600_000 + index * MINUTE,
  minutes: 15 + (index % 160) * 15,
}))
const ROUNDS = 500

/** Our operations against those of the fastest business-time package found on npm, same questions, same answers. */
export async function run(): Promise<BenchResult[]> {
  const ourAdd = (index: number): number => add(office, caseAt(index).from, caseAt(index).minutes * MINUTE)
  const theirAdd = (index: number): number =>
    moment.utc(caseAt(index).from).addWorkingTime(caseAt(index).minutes, 'minutes').valueOf()
  const ourWithin = (index: number): number => within(office, caseAt(index).from, endOf(index)) / MINUTE
  const theirWithin = (index: number): number =>
    moment.utc(endOf(index)).workingDiff(moment.utc(caseAt(index).from), 'minutes', true)
  return [
    ...compared('add business time', ourAdd, theirAdd),
    ...compared('measure business time', ourWithin, theirWithin),
  ]
}

function compared(
  figure: string,
  ours: (index: number) => number,
  theirs: (index: number) => number,
): BenchResult[] {
  const differing = CASES.findIndex((_, index) => Math.abs(ours(index) - theirs(index)) > 1e-6)
  if (differing !== -1) throw new Error(`${figure}: case ${differing} has two answers`)
  const theirRate = rateOf(theirs, 1)
  const ourRate = rateOf(ours, ROUNDS)
  const shared = {
    value: ourRate,
    unit: 'per second',
    baseline: 'moment-business-time 2.0.0',
    baselineValue: theirRate,
    ratio: ourRate / theirRate,
  }
  return [
    { ...shared, name: figure, goal: 'at least 1,000,000 per second', met: ourRate >= 1_000_000 },
    { ...shared, name: `${figure}, ratio`, goal: 'at least 100 times', met: ourRate / theirRate >= 100 },
  ]
}

/** Answers per second over all cases, warmed up; the sum keeps the work from being optimised away. */
function rateOf(task: (index: number) => number, rounds: number): number {
  let sum = 0
  for (let index = 0; index < CASES.length; index += 1) sum += task(index)
  const start = performance.now()
  for (let round = 0; round < rounds; round += 1) {
    for (let index = 0; index < CASES.length; index += 1) sum += task(index)
  }
  const seconds = (performance.now() - start) / 1_000
  if (!Number.isFinite(sum)) throw new Error('an answer is not a number')
  return (CASES.length * rounds) / seconds
}

function caseAt(index: number): (typeof CASES)[number] {
  return CASES[index] ?? { from: 0, minutes: 1 }
}

function endOf(index: number): number {
  return caseAt(index).from + (index % 14) * 24 * 3_600_000
}
