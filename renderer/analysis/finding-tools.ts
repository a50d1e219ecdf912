import type { Finding } from '../../shared/records/analysis.ts'

/** What can be done with a finding; null where the viewer's role or the moment does not allow it. */
export interface FindingTools {
  readonly exclude: ((finding: Finding) => void) | null
  readonly within: ((finding: Finding) => void) | null
  readonly copy: (finding: Finding) => void
  readonly examples: (finding: Finding) => void
  /** Not while it is only a first answer: what is confirmed and reported has to be kept. */
  readonly confirm: ((finding: Finding) => void) | null
  readonly report: ((finding: Finding) => void) | null
}
