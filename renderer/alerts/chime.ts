import type { Tones } from './browser-tones.ts'

/**
 * Whether a tone can be heard: `blocked` until somebody clicks or types in the page (browsers keep pages silent before
 * that; the desktop window does not), `missing` where the browser has no sound.
 */
export type ChimeState = 'ready' | 'blocked' | 'missing'

export interface Chime {
  readonly getState: () => ChimeState
  readonly subscribe: (listener: () => void) => () => void
  /** Makes ready to sound, so that a browser that blocks it is known before the first alert. */
  readonly prepare: () => void
  /** A short tone, if it can be heard within a moment: a late one would be of an alert long seen. */
  readonly play: () => void
}

/** A browser that allows sound starts it within this time; also the longest a tone may be late. */
const START_MS = 500
const GESTURES = ['pointerdown', 'keydown'] as const

export interface ChimeOptions {
  /** Makes the browser's sound when it is first wanted; null where there is none. */
  readonly createTones: () => Tones | null
  /** Where a person's first click or key is heard. */
  readonly page: EventTarget
}

export function createChime({ createTones, page }: ChimeOptions): Chime {
  const listeners = new Set<() => void>()
  let tones: Tones | null = null
  let state: ChimeState = 'ready'

  function say(next: ChimeState): void {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }

  function follow(): void {
    if (tones !== null) say(tones.isAwake() ? 'ready' : 'blocked')
  }

  function wake(): void {
    if (tones?.isAwake() === false) void tones.wake().then(follow)
  }

  function prepare(): void {
    if (tones !== null || state === 'missing') return
    tones = createTones()
    if (tones === null) {
      say('missing')
      return
    }
    for (const gesture of GESTURES) page.addEventListener(gesture, wake)
    wake()
    setTimeout(follow, START_MS)
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    prepare,
    play() {
      prepare()
      if (tones === null) return
      if (tones.isAwake()) {
        tones.play()
        return
      }
      void playWhenAwake(tones)
    },
  }
}

async function playWhenAwake(tones: Tones): Promise<void> {
  const askedAt = performance.now()
  await tones.wake()
  if (performance.now() - askedAt <= START_MS) tones.play()
}
