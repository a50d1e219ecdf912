import type { AnalysisResult, Finding } from '../../../shared/records/analysis.ts'
import type { ConjunctionPart } from '../../../shared/records/conjunction-part.ts'

/** Attribute → value, as scripts read it: `4420*` is a prefix, `[10, 20)` a range, `(blank)` no value. */
export type PlainConjunction = Readonly<Record<string, string>>

/** What `meridian analyse --json` prints for one file. */
export interface AnalyseOutput {
  readonly files: readonly string[]
  readonly failing: number
  readonly working: number
  /** Best first; proven ones before leads. */
  readonly explanations: readonly ReturnType<typeof explanationOf>[]
  readonly symptoms: AnalysisResult['symptoms']
  readonly setAside: AnalysisResult['setAside']
  /** Failing records that no proven explanation covers. */
  readonly unexplained: number
  readonly limits: {
    /** Least failing records that one, two, three attributes must cover to be proven here. */
    readonly provable: AnalysisResult['provable']
    readonly warnings: AnalysisResult['sides']['warnings']
    readonly sampling: AnalysisResult['sampling']
    readonly dispersion: number
    /** Rows that could not be read. */
    readonly refusedRows: number
  }
}

export function analyseOutput(
  result: AnalysisResult,
  { files, refusedRows }: { files: readonly string[]; refusedRows: number },
): AnalyseOutput {
  const { sides, findings, symptoms, setAside, unexplained, provable, sampling, dispersion } = result
  return {
    files,
    failing: sides.failing.records,
    working: sides.working.records,
    explanations: findings.map(explanationOf),
    symptoms,
    setAside,
    unexplained,
    limits: { provable, warnings: sides.warnings, sampling, dispersion, refusedRows },
  }
}

function explanationOf(finding: Finding) {
  const { verdict, counts, shareRatio, oddsRatio, risk, test, gain, cost, trend, since } = finding
  return {
    conjunction: plainConjunction(finding.parts),
    window: windowOf(finding.parts),
    verdict,
    counts,
    shareRatio,
    oddsRatio,
    risk,
    test,
    gain,
    cost,
    trend,
    since: since === null ? null : new Date(since).toISOString(),
    equivalents: finding.equivalents.map(({ parts, overlap }) => ({
      conjunction: plainConjunction(parts),
      overlap,
    })),
    runnersUp: finding.runnersUp.map(({ parts, counts: covered, behind }) => ({
      conjunction: plainConjunction(parts),
      counts: covered,
      behind,
    })),
    confounders: finding.confounders,
  }
}

/** When it holds, where that is part of the finding. Beside the attributes: a time names no cause. */
function windowOf(parts: readonly ConjunctionPart[]) {
  const window = parts.find((part) => part.kind === 'window')
  if (window === undefined) return null
  const { column, from, to } = window
  return { column, from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}

function plainConjunction(parts: readonly ConjunctionPart[]): PlainConjunction {
  return Object.fromEntries(
    parts.filter(({ kind }) => kind !== 'window').map((part) => [part.column, plainValue(part)]),
  )
}

function plainValue(part: ConjunctionPart): string {
  if (part.kind === 'value') return part.value
  if (part.kind === 'prefix') return `${part.prefix}*`
  if (part.kind === 'range') return `[${part.from ?? '-∞'}, ${part.to ?? '∞'})`
  return '(blank)'
}
