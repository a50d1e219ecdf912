import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'
import type { ConjunctionPart } from '../../shared/records/conjunction-part.ts'
import type { Finding } from '../../shared/records/analysis.ts'
import { useMay } from '../app/client.tsx'
import type { FindingTools } from './finding-tools.ts'
import type { AnswerTools } from './findings-panel.tsx'
import {
  conditionText,
  keepColumn,
  matchColumn,
  splitBy,
  withinFinding,
  withoutFinding,
} from './narrow-question.ts'
import type { AnalysisControl } from './use-analysis.ts'

export interface ToolsInput {
  readonly desk: Pick<AnalysisControl, 'question' | 'run' | 'control' | 'analysis'>
  readonly copy: (key: string, text: string) => void
  readonly onExamples: () => void
  readonly onConfirm: (finding: Finding) => void
  readonly onReport: (finding: Finding) => void
}

/** What the viewer can do with a finding and with an answer as a whole. */
export function useFindingTools(input: ToolsInput): { tools: FindingTools; answerTools: AnswerTools } {
  const { desk, copy, onExamples, onConfirm, onReport } = input
  const mayRun = useMay('operator')
  // A first answer belongs to no analysis that could be confirmed or reported.
  const isKept = desk.control.search.kind !== 'running' && desk.analysis !== null

  function narrowing(
    narrow: (question: AnalysisQuestion, parts: readonly ConjunctionPart[]) => AnalysisQuestion,
  ) {
    return mayRun ? ({ parts }: Finding) => desk.run(narrow(desk.question, parts)) : null
  }

  return {
    tools: {
      exclude: narrowing(withoutFinding),
      within: narrowing(withinFinding),
      copy: ({ id, parts }) => copy(id, conditionText(parts)),
      examples: onExamples,
      confirm: mayRun && isKept ? onConfirm : null,
      report: isKept ? onReport : null,
    },
    answerTools: {
      split: mayRun ? (column, value) => desk.run(splitBy(desk.question, column, value)) : null,
      keep: mayRun ? (column) => desk.run(keepColumn(desk.question, column)) : null,
      match: mayRun ? (column) => desk.run(matchColumn(desk.question, column)) : null,
    },
  }
}
