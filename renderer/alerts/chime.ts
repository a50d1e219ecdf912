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
  /** A short tone; nothing while it is not `ready`. */
  readonly play: () => void
}

/** Two tones a fourth apart, in Hz, and how long each lasts, in seconds. */
const TONES = [660, 880]
const TONE_SECONDS = 0.16
const LOUDNESS = 0.25
const GESTURES = ['pointerdown', 'keydown'] as const

/** `createContext` makes the browser's sound, null where there is none; called when it is first wanted. */
export function createChime(createContext: () => AudioContext | null, page: EventTarget): Chime {
  const listeners = new Set<() => void>()
  let context: AudioContext | null = null
  let state: ChimeState = 'ready'

  function say(next: ChimeState): void {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }

  function follow(): void {
    if (context !== null) say(context.state === 'running' ? 'ready' : 'blocked')
  }

  function wake(): void {
    // A browser that still refuses leaves the state as it was, and the next gesture tries again.
    context?.resume().then(follow, follow)
  }

  function prepare(): void {
    if (context !== null) return
    context = createContext()
    if (context === null) {
      say('missing')
      return
    }
    context.addEventListener('statechange', () => {
      if (context?.state === 'running')
        for (const gesture of GESTURES) page.removeEventListener(gesture, wake)
      follow()
    })
    if (context.state === 'running') return
    follow()
    for (const gesture of GESTURES) page.addEventListener(gesture, wake)
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
      if (context?.state === 'running') playTones(context)
      else wake()
    },
  }
}

function playTones(context: AudioContext): void {
  TONES.forEach((frequency, index) => {
    const from = context.currentTime + index * TONE_SECONDS
    const tone = new OscillatorNode(context, { frequency })
    const gain = new GainNode(context, { gain: 0 })
    // Cut off at full loudness, a tone clicks.
    gain.gain.setValueAtTime(0, from)
    gain.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02)
    gain.gain.linearRampToValueAtTime(0, from + TONE_SECONDS)
    tone.connect(gain).connect(context.destination)
    tone.start(from)
    tone.stop(from + TONE_SECONDS)
  })
}

/** The sound of this browser. */
export function browserAudio(): AudioContext | null {
  return typeof AudioContext === 'function' ? new AudioContext() : null
}
