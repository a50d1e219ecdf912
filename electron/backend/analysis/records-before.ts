import type { RecordsBefore } from '../../../shared/commonality/findings/former-share.ts'
import type { Finding } from '../../../shared/records/analysis.ts'
import type { AnalysisQuestion } from '../../../shared/records/analysis-question.ts'
import { totalsKnown } from './totals-known.ts'

/** The records a finding was made from, for whoever tries it again. */
export function recordsBefore({ counts }: Finding, question: AnalysisQuestion): RecordsBefore {
  const { failing, working } = counts
  return {
    inside: { failed: failing.inside, total: failing.inside + working.inside },
    outside: {
      failed: failing.of - failing.inside,
      total: failing.of - failing.inside + working.of - working.inside,
    },
    totalsKnown: totalsKnown(question),
  }
}
