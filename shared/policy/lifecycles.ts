import type { Trigger } from './policy.ts'

/** When a clock starts and stops. */
export interface Lifecycle {
  readonly start: readonly Trigger[]
  readonly stop: readonly Trigger[]
  /** Starts again after each stop, as cycles 1, 2, 3 … */
  readonly repeats: boolean
  readonly after: string | null
}

const ENDED: Trigger = { event: 'status', to: ['resolved', 'closed'] }
const OUR_CONTACT: readonly Trigger[] = [
  { event: 'reply', by: ['provider'] },
  { event: 'phone-call', by: ['provider'] },
]

/** How a metric the program knows begins and ends; a policy file may say otherwise for each part. */
export function knownLifecycle(metric: string): Lifecycle | undefined {
  return Object.hasOwn(KNOWN_LIFECYCLES, metric) ? KNOWN_LIFECYCLES[metric] : undefined
}

const KNOWN_LIFECYCLES: Readonly<Record<string, Lifecycle>> = {
  'first-response': {
    start: [{ event: 'created' }],
    stop: [...OUR_CONTACT, ENDED],
    repeats: false,
    after: null,
  },
  // From the oldest unanswered message: a second one finds the clock running and moves nothing.
  'next-reply': {
    start: [{ event: 'reply', by: ['customer'] }],
    stop: [...OUR_CONTACT, ENDED],
    repeats: true,
    after: 'first-response',
  },
  // Each word from us stops one interval and starts the next.
  'periodic-update': { start: OUR_CONTACT, stop: [...OUR_CONTACT, ENDED], repeats: true, after: null },
  resolution: { start: [{ event: 'created' }], stop: [ENDED], repeats: false, after: null },
  'call-back': {
    start: [{ event: 'phone-call', by: ['customer'] }],
    stop: [{ event: 'phone-call', by: ['provider'] }, ENDED],
    repeats: true,
    after: null,
  },
}
