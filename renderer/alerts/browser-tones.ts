/** What a chime needs of the browser's sound. */
export interface Tones {
  readonly isAwake: () => boolean
  /** Resolves once sound is allowed, which may be never. */
  readonly wake: () => Promise<void>
  readonly play: () => void
}

/** Two tones a fourth apart, in Hz, and how long each lasts, in seconds. */
const PITCHES = [660, 880]
const TONE_SECONDS = 0.16
const LOUDNESS = 0.25

/** The sound of this browser; null where it has none. */
export function createBrowserTones(): Tones | null {
  if (typeof AudioContext !== 'function') return null
  const context = new AudioContext()
  return {
    isAwake: () => context.state === 'running',
    wake: () => context.resume(),
    play: () => playTones(context),
  }
}

function playTones(context: AudioContext): void {
  PITCHES.forEach((frequency, index) => {
    const from = context.currentTime + index * TONE_SECONDS
    const tone = new OscillatorNode(context, { frequency })
    const gain = new GainNode(context, { gain: 0 })
    // Begun or cut off at full loudness, a tone clicks.
    gain.gain.setValueAtTime(0, from)
    gain.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02)
    gain.gain.linearRampToValueAtTime(0, from + TONE_SECONDS)
    tone.connect(gain).connect(context.destination)
    tone.start(from)
    tone.stop(from + TONE_SECONDS)
  })
}
