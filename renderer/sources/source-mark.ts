import type { Source } from '../../shared/records/source.ts'

/** What a source's row shows: its own state, or that its last success is too long ago. */
export type SourceMark =
  | 'healthy'
  | 'working'
  | 'stale'
  | 'disconnected'
  | 'misconfigured'
  | 'paused'
  | 'never-run'

/** Above this, "minutes ago" and due times of the source's own making mislead. */
const CLOCK_SKEW_WARNING_MS = 30_000

/** A run under way keeps what is known before it: a failing source that tries again is still disconnected. */
export function sourceMark(source: Source, now: number): SourceMark {
  const { state, lastSuccessAt, staleAfterMs, fault } = source.health
  if (!source.enabled || state === 'paused') return 'paused'
  if (state === 'misconfigured') return 'misconfigured'
  if (state === 'failing' || (state === 'working' && fault !== null)) return 'disconnected'
  if (state === 'working') return 'working'
  if (lastSuccessAt === null) return 'never-run'
  return now - lastSuccessAt > staleAfterMs ? 'stale' : 'healthy'
}

const CONSEQUENCE: readonly SourceMark[] = [
  'misconfigured',
  'disconnected',
  'stale',
  'never-run',
  'working',
  'healthy',
  'paused',
]

/** Sources that need a person first, then by name. */
export function sourcesByConsequence(sources: readonly Source[], now: number): Source[] {
  return sources.toSorted(
    (a, b) =>
      CONSEQUENCE.indexOf(sourceMark(a, now)) - CONSEQUENCE.indexOf(sourceMark(b, now)) ||
      a.name.localeCompare(b.name),
  )
}

/** Their clock against ours where it is worth a warning; null otherwise. */
export function clockSkewWarningMs(source: Source): number | null {
  const skew = source.health.clockSkewMs
  return skew !== null && Math.abs(skew) >= CLOCK_SKEW_WARNING_MS ? skew : null
}
