import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decided, sumCounts } from '../../../renderer/attainment/counts.ts'
import { figuresOf } from '../../../renderer/attainment/figures.ts'
import { contracts, goal, report, row, view } from './report.ts'

const held = report(
  [
    row({ met: 40, breached: 2 }),
    row({ severity: 'P3', month: '2026-07', met: 7, breached: 3, excluded: 1 }),
    row({ severity: 'P2', customer: 'Baltic Meters', met: 5, breached: 4 }),
    row({ severity: null, customer: null, met: 1 }),
    row({ metric: 'resolution', met: 9, breached: 9 }),
    row({ policyId: 'desk', severity: 'S2', month: '2026-08', met: 6 }),
  ],
  [
    goal({ kept: 7, missed: 2 }),
    goal({ customer: 'Baltic Meters', kept: 9 }),
    goal({ name: 'all answered', metric: 'first-response', requiredShare: 1, kept: 3 }),
  ],
)

describe('figures of a report', () => {
  test('begin with the first response of everything', () => {
    const figures = figuresOf(held, view(), contracts)
    expect(figures.metric).toBe('first-response')
    expect(figures.counts).toEqual({ kept: 59, broken: 9, excluded: 1 })
    expect(figures.choices.metrics).toEqual(['first-response', 'resolution'])
    expect(figures.choices.customers).toEqual(['Andes Freight', 'Baltic Meters'])
  })

  test('a metric only others have is looked at where the usual one is not there', () => {
    expect(figuresOf(report([row({ metric: 'call-back' })]), view(), contracts).metric).toBe('call-back')
    expect(figuresOf(report([]), view(), contracts).metric).toBe('first-response')
  })

  test('contracts stand by name, severities by rank, those without one last', () => {
    const { groups, severities } = figuresOf(held, view(), contracts)
    expect(groups.map(({ name }) => name)).toEqual(['Help desk', 'SIM Assist'])
    expect(groups[1]?.parts.map(({ name, rank }) => [name, rank])).toEqual([
      ['P1', 0],
      ['P2', 1],
      ['P3', 2],
      [null, null],
    ])
    expect(severities).toEqual([])
    expect(figuresOf(held, view({ policyId: 'sim' }), contracts).severities).toEqual(['P1', 'P2', 'P3'])
  })

  test('customers stand by broken promises and have goals of their own', () => {
    const { groups } = figuresOf(held, view({ grouping: 'customer', policyId: 'sim' }), contracts)
    const parts = groups[0]?.parts ?? []
    expect(parts.map(({ name, counts }) => [name, counts.broken])).toEqual([
      ['Andes Freight', 5],
      ['Baltic Meters', 4],
      [null, 0],
    ])
    expect(parts[0]?.goals.map(({ kept, broken, verdict }) => [kept, broken, verdict])).toEqual([
      [7, 2, 'not-met'],
      [3, 0, 'met'],
    ])
    expect(parts[2]?.goals).toEqual([])
  })

  test('goals are judged by their counts; contract and customer choose them, severity does not', () => {
    const all = figuresOf(held, view({ severity: 'P3' }), contracts)
    expect(all.goals.map(({ name, kept, broken, verdict }) => [name, kept, broken, verdict])).toEqual([
      ['90 % within 4 h', 16, 2, 'not-met'],
      ['all answered', 3, 0, 'met'],
    ])
    const one = figuresOf(held, view({ customer: 'Baltic Meters' }), contracts)
    expect(one.goals.map(({ kept, broken, verdict }) => [kept, broken, verdict])).toEqual([[9, 0, 'met']])
    expect(figuresOf(held, view({ policyId: 'desk' }), contracts).goals).toEqual([])
  })

  test('exactly the required share meets a goal', () => {
    for (const [kept, missed, required] of [
      [9, 1, 0.9],
      [199, 1, 0.995],
      [19, 1, 0.95],
      [999, 1, 99.9 / 100],
    ] as const) {
      const met = figuresOf(report([], [goal({ kept, missed, requiredShare: required })]), view(), contracts)
      expect(met.goals[0]?.verdict).toBe('met')
    }
    const none = figuresOf(report([], [goal({ kept: 0, missed: 0 })]), view(), contracts)
    expect(none.goals[0]?.verdict).toBe('undecided')
  })

  test('the chart draws a goal of the metric looked at, and the chosen one where there are several', () => {
    expect(figuresOf(held, view(), contracts).chartGoal?.name).toBe('all answered')
    expect(figuresOf(held, view({ metric: 'resolution' }), contracts).chartGoal?.name).toBe('90 % within 4 h')
    const two = report([], [goal({}), goal({ name: 'other', kept: 5 })])
    const chosen = figuresOf(two, view({ metric: 'resolution', goal: 'sim/other' }), contracts)
    expect(chosen.chartGoals).toHaveLength(2)
    expect(chosen.chartGoal?.name).toBe('other')
    expect(chosen.points[0]?.goal?.kept).toBe(5)
  })

  test('a contract is listed for its goals alone', () => {
    const { groups, points } = figuresOf(report([], [goal({})]), view({ metric: 'resolution' }), contracts)
    expect(groups.map(({ name, counts }) => [name, decided(counts)])).toEqual([['SIM Assist', 0]])
    expect(points.map(({ share }) => share)).toEqual([null, null, null])
  })

  test('words, months, contracts and their parts add up to the same, whatever is chosen', () => {
    const anyRow = fc.record({
      policyId: fc.constantFrom('sim', 'desk'),
      severity: fc.constantFrom('P1', 'P2', 'S1', null),
      customer: fc.constantFrom('Andes Freight', 'Baltic Meters', null),
      month: fc.constantFrom('2026-06', '2026-07', '2026-08'),
      metric: fc.constantFrom('first-response', 'resolution'),
      met: fc.nat(50),
      breached: fc.nat(20),
      excluded: fc.nat(5),
    })
    const anyView = fc.record({
      policyId: fc.constantFrom(null, 'sim', 'desk'),
      customer: fc.constantFrom(null, 'Andes Freight'),
      metric: fc.constantFrom(null, 'resolution'),
      severity: fc.constantFrom(null, 'P1'),
      grouping: fc.constantFrom('severity' as const, 'customer' as const),
    })
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), anyView, (rows, chosen) => {
        const { counts, points, groups } = figuresOf(report(rows), view(chosen), contracts)
        expect(sumCounts(points.map((point) => point.counts))).toEqual(counts)
        expect(sumCounts(groups.map((group) => group.counts))).toEqual(counts)
        for (const group of groups) {
          expect(sumCounts(group.parts.map((part) => part.counts))).toEqual(group.counts)
          expect(sumCounts(group.points.map((point) => point.counts))).toEqual(group.counts)
        }
      }),
    )
  })
})
