import type { AnalysisResult, ExamplePair, Finding } from '../../shared/records/analysis.ts'
import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'
import type { ConjunctionPart } from '../../shared/records/conjunction-part.ts'

const HOUR = 3_600_000

/** An answer that follows from the question: a question that excludes a carrier no longer finds it. */
export function fakeResult({ definition, keep }: AnalysisQuestion, now: number): AnalysisResult {
  const where = definition.where ?? ''
  const isNothing = definition.failed === 'duration = 0'
  const findings = isNothing
    ? [weak]
    : [carrierAndCodec(now), gatewayNumbers(now), weak].filter(
        ({ parts: [first] }) => !where.includes(first?.kind === 'value' ? first.value : '+44 20 7946'),
      )
  const covered = findings.reduce((sum, finding) => sum + coveredBy(finding), 0)
  return {
    sides: {
      failing: { records: 100, rows: 100, from: now - 30 * HOUR, to: now - 6 * HOUR },
      working: { records: 100, rows: 100, from: now - 30 * HOUR, to: now - 6 * HOUR },
      warnings: isNothing ? [] : [{ kind: 'customer', column: 'customer', strength: 0.91 }],
    },
    findings,
    symptoms: keep.includes('sip_code') ? [] : [sipCode],
    setAside: [
      { column: 'call_id', reason: 'identifier' },
      { column: 'switch_version', reason: 'one-value' },
      { column: 'remark', reason: 'all-blank' },
      { column: 'duration', reason: 'outcome' },
    ],
    unexplained: 100 - covered,
    provable: { single: 15, pair: 21, triple: isNothing ? null : 26 },
    sampling: isNothing ? { rows: 2_000_000, of: 10_000_000 } : null,
    dispersion: isNothing ? 2.3 : 1,
    done: true,
  }
}

function coveredBy({ verdict, remaining }: Finding): number {
  return verdict === 'proven' ? remaining.failing.inside : 0
}

function value(column: string, text: string): ConjunctionPart {
  return { kind: 'value', column, value: text }
}

function counts(failing: number, working: number, ofFailing = 100, ofWorking = 100): Finding['counts'] {
  return { failing: { inside: failing, of: ofFailing }, working: { inside: working, of: ofWorking } }
}

function carrierAndCodec(now: number): Finding {
  return {
    id: 'carrier-codec',
    parts: [value('carrier', 'Carrier X'), value('codec', 'G.729')],
    verdict: 'proven',
    counts: counts(82, 4),
    remaining: counts(82, 4),
    shareRatio: { value: 20.5, low: 7.8, high: 53.9 },
    oddsRatio: { value: 109.3, low: 36, high: 332 },
    test: { name: 'g', p: 1e-31 },
    risk: null,
    gain: 84.2,
    cost: 11.4,
    equivalents: [
      {
        parts: [value('gateway', 'gw-madrid-2'), value('codec', 'G.729')],
        overlap: 1,
        separatedBy: {
          has: [value('carrier', 'Carrier X')],
          hasNot: [value('gateway', 'gw-madrid-2')],
          records: 0,
        },
      },
    ],
    runnersUp: [
      { parts: [value('carrier', 'Carrier X')], counts: counts(84, 21), behind: 14.6 },
      { parts: [value('codec', 'G.729')], counts: counts(86, 40), behind: 41.1 },
    ],
    confounders: [
      {
        column: 'customer',
        crude: { value: 20.5, low: 7.8, high: 53.9 },
        within: { value: 17.2, low: 6.1, high: 48.3 },
      },
    ],
    trend: 'new',
    since: now - 12 * HOUR,
    examples: [pair(1), pair(2)],
  }
}

function gatewayNumbers(now: number): Finding {
  return {
    id: 'numbers',
    parts: [
      { kind: 'prefix', column: 'b_number', prefix: '+44 20 7946' },
      { kind: 'window', column: 'start', from: now - 9 * HOUR, to: now - 8 * HOUR },
    ],
    verdict: 'proven',
    counts: counts(17, 0),
    remaining: counts(16, 0, 18, 96),
    shareRatio: { value: 34, low: 2.1, high: null },
    oddsRatio: { value: 41.6, low: 2.5, high: null },
    test: { name: 'fisher', p: 0.00004 },
    risk: { inside: 0.94, outside: 0.02, ratio: { value: 47, low: 12.4, high: 178 } },
    gain: 24.8,
    cost: 17.9,
    equivalents: [
      {
        parts: [
          value('a_trunk', 'trunk-7'),
          { kind: 'window', column: 'start', from: now - 9 * HOUR, to: now - 8 * HOUR },
        ],
        overlap: 0.98,
        separatedBy: {
          has: [{ kind: 'prefix', column: 'b_number', prefix: '+44 20 7946' }],
          hasNot: [value('a_trunk', 'trunk-7')],
          records: 2,
        },
      },
    ],
    runnersUp: [],
    confounders: [],
    trend: 'worse',
    since: null,
    examples: [],
  }
}

const weak: Finding = {
  id: 'plan',
  parts: [value('rate_plan', 'Gold'), { kind: 'range', column: 'ring_seconds', from: 32, to: null }],
  verdict: 'lead',
  counts: counts(9, 2),
  remaining: counts(2, 1, 2, 96),
  shareRatio: { value: 4.5, low: 1, high: 20.3 },
  oddsRatio: { value: 4.8, low: 1, high: 23.1 },
  test: { name: 'fisher', p: 0.058 },
  risk: null,
  gain: 2.4,
  cost: 12.1,
  equivalents: [],
  runnersUp: [],
  confounders: [
    {
      column: 'carrier',
      crude: { value: 6, low: 1.3, high: 27 },
      within: { value: 1, low: 0.4, high: 2.4 },
    },
  ],
  trend: 'chronic',
  since: null,
  examples: [],
}

const sipCode: AnalysisResult['symptoms'][number] = {
  column: 'sip_code',
  reason: 'role',
  values: [
    { value: '503', failing: 61, working: 0 },
    { value: '408', failing: 39, working: 0 },
    { value: '200', failing: 0, working: 100 },
  ],
}

function pair(number: number): ExamplePair {
  const alike = {
    customer: 'Baltic Meters',
    a_number: `+1 555 010${number}`,
    b_number: '+44 20 7946 0018',
    carrier: 'Carrier X',
    start: '2026-11-20T10:41:07Z',
    direction: 'outbound',
  }
  return {
    failing: {
      row: 40 + number,
      values: {
        call_id: `f81d4fae-7dec-11d0-a765-00a0c91e6bf${number}@sbc1.example.com`,
        ...alike,
        sip_code: '503',
        codec: 'G.729',
        gateway: 'gw-madrid-2',
      },
    },
    working: {
      row: 140 + number,
      values: {
        call_id: `0b1c2d3e-7dec-11d0-a765-00a0c91e6bf${number}@sbc1.example.com`,
        ...alike,
        start: '2026-11-20T10:43:55Z',
        sip_code: '200',
        codec: 'G.711',
        gateway: 'gw-madrid-2',
      },
    },
    differing: ['start'],
  }
}
