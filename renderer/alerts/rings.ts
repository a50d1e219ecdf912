/** Which alerts a page has sounded for, and when it last did. */
export interface RingState {
  readonly alertIds: ReadonlySet<string>
  /** In ms of the page's own counter; null while it has not sounded. */
  readonly at: number | null
}

export const SILENCE: RingState = { alertIds: new Set(), at: null }

/** A critical alert that nobody acknowledges sounds again after this time. */
const AGAIN_MS = 60_000

/** Whether to sound now for the critical alerts on screen: at once for a new one, then every minute. */
export function nextRing(
  state: RingState,
  alertIds: readonly string[],
  at: number,
): { state: RingState; rings: boolean } {
  if (alertIds.length === 0) return { state: SILENCE, rings: false }
  const isNew = alertIds.some((id) => !state.alertIds.has(id))
  const rings = isNew || state.at === null || at - state.at >= AGAIN_MS
  return { state: { alertIds: new Set(alertIds), at: rings ? at : state.at }, rings }
}
