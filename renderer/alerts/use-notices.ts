import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Alert, Attention } from '../../shared/contract/alerts.ts'
import { desksOnDuty, mayRing } from '../../shared/shifts/attention.ts'
import { useHub, useLive } from '../app/client.tsx'
import { useInterval } from '../app/use-interval.ts'
import { isCritical } from './alert-order.ts'
import type { Chime } from './chime.ts'
import { dismissNotice, GATHER_MS, holdNotice, nextNotices, NO_NOTICES, type Notice } from './notices.ts'
import { nextRing, SILENCE } from './rings.ts'

const LOOK_EVERY_MS = 1_000
/** At once, and when alerts that came together may be told. */
const LOOKS_AFTER_NEWS_MS = [0, GATHER_MS + 50]

export interface Notices {
  readonly notices: readonly Notice[]
  readonly dismiss: (id: number) => void
  /** Whether somebody points at it or has the focus in it. */
  readonly hold: (id: number, isHeld: boolean) => void
}

export interface NoticesInput {
  /** All alerts that stand; null until they are known. */
  readonly alerts: readonly Alert[] | null
  /** Null until it is known: nothing is told before. */
  readonly attention: Attention | null
  readonly chime: Chime
}

/** New alerts as notices while the page is open, and the tone that goes with critical ones. */
export function useNotices({ alerts, attention, chime }: NoticesInput): Notices {
  const { time } = useHub()
  const forecasts = useLive('forecast').values
  const [state, setState] = useState(NO_NOTICES)
  const ring = useRef(SILENCE)
  const { notices } = state

  function mayRingNow(): (alert: Alert) => boolean {
    if (attention === null) return () => false
    const now = time.now()
    return ringRule(attention, desksOnDuty(forecasts, now), now)
  }

  const look = useEffectEvent(() => {
    if (alerts === null) return
    const input = { alerts, mayRing: mayRingNow(), at: performance.now() }
    setState((held) => nextNotices(held, input))
  })
  useInterval(LOOK_EVERY_MS, look)
  useEffect(() => {
    if (alerts === null) return undefined
    // A page in the background may look by itself only once a minute; a message of the hub wakes it.
    const timers = LOOKS_AFTER_NEWS_MS.map((delay) => setTimeout(look, delay))
    return () => timers.forEach(clearTimeout)
  }, [alerts])

  const sound = useEffectEvent((shown: readonly Notice[]) => {
    const rule = mayRingNow()
    const critical = shown.flatMap((notice) => notice.alerts.filter(isCritical)).filter(rule)
    const isOn = attention?.sound === true
    const due = nextRing(ring.current, isOn ? critical.map(({ id }) => id) : [], performance.now())
    ring.current = due.state
    if (due.rings) chime.play()
  })
  useInterval(LOOK_EVERY_MS, () => sound(notices))
  useEffect(() => sound(notices), [notices])

  const isSoundOn = attention?.sound === true
  useEffect(() => {
    if (isSoundOn) chime.prepare()
  }, [isSoundOn, chime])

  return {
    notices,
    dismiss: (id) => setState((held) => dismissNotice(held, id)),
    hold: (id, isHeld) => setState((held) => holdNotice(held, id, isHeld, performance.now())),
  }
}

/** One answer for all critical alerts and one for all others: hundreds that wait cost no more than one. */
function ringRule(
  attention: Attention,
  onDutyDeskIds: readonly string[],
  now: number,
): (alert: Alert) => boolean {
  const answers = new Map<boolean, boolean>()
  return (alert) => {
    const known = answers.get(isCritical(alert))
    if (known !== undefined) return known
    const answer = mayRing({ ...alert, acknowledged: null }, attention, onDutyDeskIds, now)
    answers.set(isCritical(alert), answer)
    return answer
  }
}
