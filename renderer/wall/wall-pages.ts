/** What a wall shows at one moment: `pinned` always, `page` in rotation. */
export interface WallPage<T> {
  readonly pinned: readonly T[]
  readonly page: readonly T[]
  /** From 0. */
  readonly pageIndex: number
  readonly pageCount: number
  /** Critical rows beyond the pinned ones: they take their turn and are counted on the wall. */
  readonly criticalInRotation: number
}

/** Share of the rows kept for rotation when the critical ones alone would fill the wall. */
const ROTATING_SHARE = 0.25

/**
 * Fills `capacity` rows. Critical rows never rotate away, the first ones first; only when they alone exceed the
 * wall do the rest of them share the rotating part, so that nothing is hidden for good.
 */
export function wallPage<T>(
  rows: readonly T[],
  isCritical: (row: T) => boolean,
  capacity: number,
  turn: number,
): WallPage<T> {
  const room = Math.max(1, Math.floor(capacity))
  if (rows.length <= room) {
    return {
      pinned: rows.filter(isCritical),
      page: rows.filter((row) => !isCritical(row)),
      pageIndex: 0,
      pageCount: 1,
      criticalInRotation: 0,
    }
  }
  const critical = rows.filter(isCritical)
  // All critical rows stay as long as one row is left for the others to take turns in.
  const mostPinned = critical.length < room ? room - 1 : room - Math.max(1, Math.floor(room * ROTATING_SHARE))
  const pinned = critical.slice(0, mostPinned)
  const held = new Set(pinned)
  const rotating = rows.filter((row) => !held.has(row))
  const size = room - pinned.length
  const pageCount = Math.ceil(rotating.length / size)
  const pageIndex = ((Math.floor(turn) % pageCount) + pageCount) % pageCount
  return {
    pinned,
    page: rotating.slice(pageIndex * size, (pageIndex + 1) * size),
    pageIndex,
    pageCount,
    criticalInRotation: critical.length - pinned.length,
  }
}
