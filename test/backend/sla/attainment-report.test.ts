import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import {
  attainmentReport,
  refuseQuestion,
  type AttainmentParts,
} from '../../../electron/backend/sla/attainment-report.ts'
import type { TicketWithEvents } from '../../../electron/backend/store/store.ts'
import type { Attainment, AttainmentQuestion } from '../../../shared/contract/attainment.ts'
import type { CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import { testPolicy } from '../../shared/sla/test-policy.ts'
import { heldTickets, ticketWithLife, type Life } from './attainment-tickets.ts'

const HOUR = 3_600_000
const NOW = Date.parse('2026-04-15T00:00:00Z')
const LIMIT_HOURS = { 'first-response': 1, resolution: 8 } as const
const GOAL_HOURS = 4

const MONTHS = { from: '2026-01', to: '2026-04', timeZone: 'Etc/UTC', policyId: null, customer: null }

/** Response in 1 h, resolution in 8 h, a goal of 4 h, all around the clock, whatever the severity. */
function plainPolicy(id: string): CompiledPolicy {
  const metrics = Object.entries(LIMIT_HOURS).map(([metric, hours]) => ({
    metric,
    targets: [{ promise: `${hours} h`, limit: `${hours} h`, calendar: 'always' }],
  }))
  const within = `${GOAL_HOURS} h`
  return testPolicy({
    id,
    metrics,
    attainment: [{ name: 'Soon', metric: 'resolution', share: '90 %', within }],
  })
}

const POLICIES = new Map(['plain', 'other'].map((id) => [id, plainPolicy(id)]))

function partsFor(held: readonly TicketWithEvents[], change: Partial<AttainmentParts> = {}): AttainmentParts {
  return {
    tickets: heldTickets(held),
    policies: {
      get(id) {
        const compiled = POLICIES.get(id)
        if (compiled === undefined) return null
        const { name, version, description } = compiled.policy
        const summary = { id, name, version, description, severities: [], own: false, text: '' }
        return { compiled, summary }
      },
    },
    settings: () => ({
      defaultPolicyId: 'plain',
      policyAssignments: [{ policyId: 'other', customer: 'Fjord Pay', sourceId: null, queue: null }],
      desks: [],
    }),
    now: () => NOW,
    log: () => {},
    ...change,
  }
}

async function reportOf(
  question: AttainmentQuestion,
  held: readonly TicketWithEvents[],
  change: Partial<AttainmentParts> = {},
): Promise<Attainment> {
  for await (const item of attainmentReport(question, partsFor(held, change))) {
    if (item.kind === 'result') return item
  }
  throw new Error('there was no result')
}

const CASE: Life = {
  createdAt: Date.parse('2026-03-02T10:00:00Z'),
  customer: 'Andes Freight',
  severity: 'P1',
  answeredAfterHours: 0.5,
  resolvedAfterHours: 3,
}

const ROW = { policyId: 'plain', customer: 'Andes Freight', severity: 'P1', month: '2026-03' }

describe('a report', () => {
  test('counts what was decided by contract, severity, customer, metric and month', async () => {
    const late = { ...CASE, answeredAfterHours: 2, resolvedAfterHours: 5 }
    const elsewhere = { ...CASE, customer: 'Fjord Pay', severity: 'P2' }
    const held = [CASE, CASE, late, elsewhere].map((life, index) => ticketWithLife(index, life))
    const { tickets, notComputable, rows, goals } = await reportOf(MONTHS, held)
    expect({ tickets, notComputable }).toEqual({ tickets: 4, notComputable: 0 })
    const other = {
      ...ROW,
      policyId: 'other',
      customer: 'Fjord Pay',
      severity: 'P2',
      breached: 0,
      excluded: 0,
    }
    expect(rows).toEqual([
      { ...other, metric: 'first-response', met: 1 },
      { ...other, metric: 'resolution', met: 1 },
      { ...ROW, metric: 'first-response', met: 2, breached: 1, excluded: 0 },
      { ...ROW, metric: 'resolution', met: 3, breached: 0, excluded: 0 },
    ])
    const goal = { name: 'Soon', metric: 'resolution', month: '2026-03', requiredShare: 0.9 }
    expect(goals).toEqual([
      { ...goal, policyId: 'other', customer: 'Fjord Pay', kept: 1, missed: 0 },
      { ...goal, policyId: 'plain', customer: 'Andes Freight', kept: 2, missed: 1 },
    ])
  })

  test('a ticket of an earlier month counts in the month in which it was decided', async () => {
    const life = { ...CASE, createdAt: Date.parse('2026-02-28T23:30:00Z'), answeredAfterHours: null }
    const held = [ticketWithLife(1, { ...life, resolvedAfterHours: null })]
    const march = { ...MONTHS, from: '2026-03', to: '2026-03' }
    const { rows } = await reportOf(march, held)
    expect(rows).toMatchObject([
      { metric: 'first-response', month: '2026-03', breached: 1 },
      { metric: 'resolution', month: '2026-03', breached: 1 },
    ])
    expect((await reportOf({ ...march, from: '2026-02', to: '2026-02' }, held)).rows).toEqual([])
    // An hour further west it was still February when the response was due.
    const west = await reportOf(
      { ...march, timeZone: 'Atlantic/Azores', from: '2026-02', to: '2026-02' },
      held,
    )
    expect(west.rows).toMatchObject([{ metric: 'first-response', month: '2026-02', breached: 1 }])
  })

  test('the assessed severity outranks the reported one', async () => {
    const { ticket, events } = ticketWithLife(1, CASE)
    const held = [{ ticket: { ...ticket, assessedSeverity: 'P2' }, events }]
    const { rows } = await reportOf(MONTHS, held)
    expect(rows.map(({ severity }) => severity)).toEqual(['P2', 'P2'])
  })

  test('tickets that cannot be computed are told, in the month of their creation, and are in no share', async () => {
    const { ticket, events } = ticketWithLife(1, CASE)
    const broken = {
      ticket,
      events: events.map((each) => ({ ...each, event: { ...each.event, at: NOW + HOUR } })),
    }
    const result = await reportOf(MONTHS, [broken])
    expect(result).toMatchObject({ tickets: 0, notComputable: 1, rows: [], goals: [] })
    const april = { ...MONTHS, from: '2026-04', to: '2026-04' }
    expect(await reportOf(april, [broken])).toMatchObject({ tickets: 0, notComputable: 0 })
  })

  test('one ticket that trips the engine takes no other with it', async () => {
    const good = ticketWithLife(1, CASE)
    const { ticket } = ticketWithLife(2, CASE)
    const unreadable = {
      recordedAt: 0,
      get event(): never {
        throw new Error('an event that cannot be read')
      },
    }
    const trap = { ticket, events: [unreadable] }
    const logged: string[] = []
    const log: AttainmentParts['log'] = (_level, message) => void logged.push(message)
    const found = await reportOf(MONTHS, [trap, good], { log })
    expect(found).toMatchObject({ tickets: 1, notComputable: 1 })
    expect(logged).toEqual([expect.stringContaining('desk:2')])
  })

  test('tickets under no contract are in no row; those of one that cannot be used are told as well', async () => {
    const held = [ticketWithLife(1, CASE)]
    const rules = (defaultPolicyId: string | null) => ({
      settings: () => ({ defaultPolicyId, policyAssignments: [], desks: [] }),
    })
    const nothing = { tickets: 0, notComputable: 0, rows: [] }
    expect(await reportOf(MONTHS, held, rules(null))).toMatchObject(nothing)
    expect(await reportOf(MONTHS, held, rules('gone'))).toMatchObject({ ...nothing, notComputable: 1 })
    const elsewhere = { ...MONTHS, policyId: 'plain' }
    expect(await reportOf(elsewhere, held, rules('gone'))).toMatchObject(nothing)
  })

  test('nothing held is an empty report', async () => {
    expect(await reportOf(MONTHS, [])).toEqual({
      kind: 'result',
      tickets: 0,
      notComputable: 0,
      rows: [],
      goals: [],
    })
  })

  test('tells how far it has come, rising to the whole, and lets others have their turn', async () => {
    const held = Array.from({ length: 1_000 }, (_, index) => ticketWithLife(index, CASE))
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 0)
    const told: number[] = []
    for await (const item of attainmentReport(MONTHS, partsFor(held))) {
      if (item.kind === 'progress') told.push(item.done / item.total)
    }
    clearInterval(ticking)
    expect(told).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1])
    expect(turns).toBeGreaterThan(0)
  })

  test('reads no further once its reader stops, or the signal says so', async () => {
    const held = Array.from({ length: 1_000 }, (_, index) => ticketWithLife(index, CASE))
    const { countCreatedBetween, createdBetween } = heldTickets(held)
    let slices = 0
    const tickets: AttainmentParts['tickets'] = {
      countCreatedBetween,
      *createdBetween(from, to, size) {
        for (const slice of createdBetween(from, to, size)) {
          slices += 1
          yield slice
        }
      },
    }
    for await (const item of attainmentReport(MONTHS, partsFor(held, { tickets }))) {
      if (item.kind === 'progress' && item.done >= 200) break
    }
    expect(slices).toBe(3)

    const abort = new AbortController()
    const aborted = async (): Promise<void> => {
      for await (const item of attainmentReport(MONTHS, partsFor(held, { tickets }), abort.signal)) {
        if (item.kind === 'progress' && item.done >= 200) abort.abort(new Error('not wanted any more'))
      }
    }
    await expect(aborted()).rejects.toThrow('not wanted any more')
    expect(slices).toBe(6)
  })
})

test.each([
  [{ policyId: 'gone' }, 'policyId', 'there is no policy "gone"'],
  [{ to: '2025-12' }, 'to', 'before'],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'not a time zone'],
])('%j is refused at its place', (change, place, why) => {
  const { policies } = partsFor([])
  expect(refuseQuestion({ ...MONTHS, ...change }, policies)).toEqual({
    place,
    reason: expect.stringContaining(why),
  })
})

describe('whatever the tickets', () => {
  const hours = fc.option(fc.constantFrom(0, 0.5, 1, 1.25, 4, 5, 8, 9, 300), { nil: null })
  const lives = fc.array(
    fc
      .record({
        createdAt: fc.integer({ min: Date.UTC(2025, 11, 20), max: Date.UTC(2026, 3, 10) }),
        customer: fc.constantFrom('Andes Freight', 'Fjord Pay', '["odd"]', null),
        severity: fc.constantFrom('P1', 'P2'),
        answeredAfterHours: hours,
        resolvedAfterHours: hours,
      })
      // Nothing has happened after now.
      .map((life) => ({
        ...life,
        answeredAfterHours: happened(life.createdAt, life.answeredAfterHours),
        resolvedAfterHours: happened(life.createdAt, life.resolvedAfterHours),
      })),
    { maxLength: 60 },
  )
  const zones = fc.constantFrom('Etc/UTC', 'Asia/Kolkata', 'America/Los_Angeles')

  function happened(createdAt: number, after: number | null): number | null {
    return after !== null && createdAt + after * HOUR > NOW ? null : after
  }

  test('a recount of every ticket on its own gives the same', async () => {
    await fc.assert(
      fc.asyncProperty(lives, zones, async (given, timeZone) => {
        const held = given.map((life, index) => ticketWithLife(index, life))
        const { rows, goals } = await reportOf({ ...MONTHS, timeZone }, held)
        const found = new Map<string, number>()
        for (const { policyId, customer, severity, metric, month, ...counts } of rows) {
          for (const outcome of ['met', 'breached', 'excluded'] as const) {
            const key = JSON.stringify([policyId, customer, severity, metric, month, outcome])
            if (counts[outcome] > 0) found.set(key, counts[outcome])
          }
        }
        for (const { policyId, customer, month, kept, missed } of goals) {
          if (kept > 0) found.set(JSON.stringify([policyId, customer, month, 'kept']), kept)
          if (missed > 0) found.set(JSON.stringify([policyId, customer, month, 'missed']), missed)
        }
        expect(found).toEqual(recount(given, timeZone))
      }),
    )
  })

  test('their order does not matter', async () => {
    const shuffled = lives.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    )
    await fc.assert(
      fc.asyncProperty(shuffled, async ([given, other]) => {
        const one = await reportOf(
          MONTHS,
          given.map((life, index) => ticketWithLife(index, life)),
        )
        const two = await reportOf(
          MONTHS,
          other.map((life, index) => ticketWithLife(index, life)),
        )
        expect(two).toEqual(one)
      }),
    )
  })

  test('the months one by one are the span, and a filter gives the rows it names', async () => {
    await fc.assert(
      fc.asyncProperty(lives, zones, async (given, timeZone) => {
        const held = given.map((life, index) => ticketWithLife(index, life))
        const whole = await reportOf({ ...MONTHS, timeZone }, held)
        const months = await Promise.all(
          ['2026-01', '2026-02', '2026-03', '2026-04'].map((month) =>
            reportOf({ ...MONTHS, timeZone, from: month, to: month }, held),
          ),
        )
        expect(inOrder(months.flatMap(({ rows }) => rows))).toEqual(inOrder(whole.rows))
        expect(inOrder(months.flatMap(({ goals }) => goals))).toEqual(inOrder(whole.goals))
        const notComputable = months.reduce((sum, month) => sum + month.notComputable, 0)
        expect(notComputable).toBe(whole.notComputable)

        for (const filter of [{ policyId: 'other' }, { customer: 'Andes Freight' }]) {
          const part = await reportOf({ ...MONTHS, timeZone, ...filter }, held)
          const named = (row: object): boolean =>
            Object.entries(filter).every(([key, value]) => Reflect.get(row, key) === value)
          expect(part.rows).toEqual(whole.rows.filter(named))
          expect(part.goals).toEqual(whole.goals.filter(named))
        }
      }),
      { numRuns: 40 },
    )
  })

  function inOrder(rows: readonly object[]): string[] {
    return rows.map((row) => JSON.stringify(row)).toSorted()
  }
})

/** The same by arithmetic alone, without engine, tally or calendars: every promise here runs around the clock. */
function recount(lives: readonly Life[], timeZone: string): Map<string, number> {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' })
  const counts = new Map<string, number>()
  function count(at: number, key: (month: string) => unknown[]): void {
    const month = format.format(at)
    if (month < MONTHS.from || month > MONTHS.to) return
    const text = JSON.stringify(key(month))
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  for (const life of lives) {
    const { createdAt, customer, severity, answeredAfterHours, resolvedAfterHours } = life
    const policyId = customer === 'Fjord Pay' ? 'other' : 'plain'
    const ends = {
      // A case that is resolved without a word is answered by that.
      'first-response': Math.min(answeredAfterHours ?? Infinity, resolvedAfterHours ?? Infinity),
      resolution: resolvedAfterHours ?? Infinity,
    }
    for (const metric of ['first-response', 'resolution'] as const) {
      const limit = LIMIT_HOURS[metric]
      const isKept = ends[metric] <= limit
      const at = createdAt + Math.min(ends[metric], limit) * HOUR
      if (!isKept && at > NOW) continue
      count(at, (month) => [policyId, customer, severity, metric, month, isKept ? 'met' : 'breached'])
    }
    const isSoon = ends.resolution <= GOAL_HOURS
    const at = createdAt + Math.min(ends.resolution, GOAL_HOURS) * HOUR
    if (isSoon || at <= NOW) count(at, (month) => [policyId, customer, month, isSoon ? 'kept' : 'missed'])
  }
  return counts
}
