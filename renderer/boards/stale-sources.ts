import type { Source } from '../../shared/records/source.ts'

/** Whether everything from a source has to be shown as old: its last success is too long ago, or there was none. */
export function isStale(source: Source, now: number): boolean {
  const { lastSuccessAt, staleAfterMs } = source.health
  return lastSuccessAt === null || now - lastSuccessAt > staleAfterMs
}

/** Ids of the stale ticket sources. */
export function staleSourceIds(sources: readonly Source[], now: number): string[] {
  return sources.filter((source) => source.role === 'tickets' && isStale(source, now)).map(({ id }) => id)
}
