import type { Analysis, AnalysisResult, Finding } from '../../shared/records/analysis.ts'
import type { AnalysisQuestion, FailingDefinition } from '../../shared/records/analysis-question.ts'

export const failedStatus: FailingDefinition = {
  failed: 'status = failed',
  working: null,
  where: null,
  weightColumn: null,
  failedCountColumn: null,
  totalCountColumn: null,
}

/** A question about record set `calls`. */
export function madeQuestion(change: Partial<AnalysisQuestion> = {}): AnalysisQuestion {
  return {
    recordSetId: 'calls',
    definition: failedStatus,
    ignore: [],
    keep: [],
    blankAsValue: [],
    maxOrder: null,
    baseline: null,
    allRecords: false,
    matchOn: [],
    ...change,
  }
}

/** 93 of 100 failing and 4 of 100 working calls over one carrier. */
export function madeFinding(change: Partial<Finding> = {}): Finding {
  return {
    id: 'carrier=Carrier X',
    parts: [{ kind: 'value', column: 'carrier', value: 'Carrier X' }],
    verdict: 'proven',
    counts: { failing: { inside: 93, of: 100 }, working: { inside: 4, of: 100 } },
    remaining: { failing: { inside: 93, of: 100 }, working: { inside: 4, of: 100 } },
    shareRatio: { value: 23.25, low: 8.9, high: 60.9 },
    oddsRatio: { value: 318.9, low: 90.1, high: 1128.3 },
    test: { name: 'g', p: 1e-40 },
    risk: null,
    gain: 95,
    cost: 11,
    equivalents: [],
    runnersUp: [],
    confounders: [],
    trend: null,
    since: null,
    examples: [],
    ...change,
  }
}

export function madeResult(change: Partial<AnalysisResult> = {}): AnalysisResult {
  return {
    sides: {
      failing: { records: 100, rows: 100, from: null, to: null },
      working: { records: 100, rows: 100, from: null, to: null },
      warnings: [],
    },
    findings: [madeFinding()],
    symptoms: [],
    setAside: [],
    unexplained: 7,
    provable: { single: 15, pair: 21, triple: 26 },
    sampling: null,
    dispersion: 1,
    done: true,
    ...change,
  }
}

export function madeAnalysis(change: Partial<Analysis> = {}): Analysis {
  return {
    id: 'analysis-1',
    name: 'Calls that fail',
    question: madeQuestion(),
    recordSetName: 'calls.csv',
    ticketId: null,
    pinned: false,
    createdAt: Date.UTC(2026, 0, 5, 9),
    createdBy: 'Test',
    result: madeResult(),
    ...change,
  }
}
