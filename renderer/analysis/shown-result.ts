import type { AnalysisResult, Finding } from '../../shared/records/analysis.ts'
import { arrangeFindings } from './arrange-findings.ts'

/** What stands in the middle of the screen. */
export interface ShownResult {
  readonly result: AnalysisResult
  /** In the order in which they stand. */
  readonly findings: readonly Finding[]
  /** Whether that is another order than the answer's own. */
  readonly isHeld: boolean
}

/** Findings in the order in which they were first read, as long as somebody may still be reading. */
export function shownResult(result: AnalysisResult, order: readonly string[]): ShownResult {
  const findings = arrangeFindings(order, result.findings)
  return { result, findings, isHeld: findings.some((finding, place) => finding !== result.findings[place]) }
}
