/** Far enough that no edge stays on the same pixel, near enough that nobody sees the picture wander. */
export const SHIFT_REACH_PX = 6
const STEP_MS = 60_000

/** Where the picture stands at `now`: one pixel a minute around a square, against burn-in. */
export function pixelShift(now: number): { x: number; y: number } {
  const side = 2 * SHIFT_REACH_PX
  const step = Math.floor(now / STEP_MS) % (4 * side)
  const along = step % side
  if (step < side) return { x: along - SHIFT_REACH_PX, y: -SHIFT_REACH_PX }
  if (step < 2 * side) return { x: SHIFT_REACH_PX, y: along - SHIFT_REACH_PX }
  if (step < 3 * side) return { x: SHIFT_REACH_PX - along, y: SHIFT_REACH_PX }
  return { x: -SHIFT_REACH_PX, y: SHIFT_REACH_PX - along }
}
