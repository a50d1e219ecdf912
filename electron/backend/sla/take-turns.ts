import { setImmediate as nextTurn } from 'node:timers/promises'

/** Work in one piece delays every page by its length; this much is not noticed. */
const PIECE_MS = 10

/** Called between steps of long work: once a piece's time is used up, everything else that waits has its turn. */
export function createTurns(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < PIECE_MS) return
    await nextTurn()
    since = performance.now()
  }
}
