import type { i18n } from 'i18next'
import type { Alert } from '../../shared/contract/alerts.ts'
import type { MeridianClient } from '../../shared/contract/index.ts'
import type { LiveItem } from '../../shared/contract/live.ts'
import type { DeskForecast } from '../../shared/contract/shifts.ts'
import { desksOnDuty, mayRing } from '../../shared/shifts/attention.ts'
import { quietUntil } from '../../shared/shifts/quiet-hours.ts'
import { createTimekeeper, type Timekeeper } from '../backend/time/timekeeper.ts'
import { belatedNotices, noticesFor, type NativeNotice } from './native-notices.ts'

type AlertClient = Pick<MeridianClient, 'alerts' | 'app' | 'shifts'>

export interface AlertNotifierParts {
  readonly words: i18n
  readonly show: (notice: NativeNotice) => void
  /** Keeps the backend's time: the demo's runs faster than the desktop's. */
  readonly timekeeperAt?: (now: number, rate: number) => Timekeeper
}

/** Tells the person at this desktop of alerts, each once, as far as they may be disturbed. */
export interface AlertNotifier {
  /**
   * Follows the alerts until `signal` aborts; rejects when the connection ends. Call it again for the next one: what
   * was known before the backend was started again is no news.
   */
  follow(client: AlertClient, signal: AbortSignal): Promise<void>
}

/** What waits is looked at this often at least: the person may change desk or quiet hours meanwhile. */
const LOOK_AGAIN_MS = 60_000

export function createAlertNotifier(parts: AlertNotifierParts): AlertNotifier {
  const { words, show, timekeeperAt = createTimekeeper } = parts
  /** Null before the first look: what stood then was known, or every start would repeat the night. */
  let standing: Map<string, Alert> | null = null
  /** Nobody was told of these yet; true once they had to wait for it. */
  const untold = new Map<string, boolean>()

  function take({ snapshot, upserts, removals }: LiveItem<Alert>): void {
    const before = standing
    const fresh = before === null ? [] : upserts.filter(({ id }) => !before.has(id))
    const after = new Map(snapshot || before === null ? [] : before)
    for (const id of removals) after.delete(id)
    for (const alert of upserts) after.set(alert.id, alert)
    standing = after
    for (const { id } of fresh) untold.set(id, false)
    for (const id of untold.keys()) {
      const alert = after.get(id)
      if (alert === undefined || alert.acknowledged !== null) untold.delete(id)
    }
  }

  /** Shows what may ring; the rest waits. What waited comes as one notice. */
  function tell(mayTell: (alert: Alert) => boolean): void {
    const due = [...untold.keys()].flatMap((id) => standing?.get(id) ?? []).filter(mayTell)
    const belated = due.filter(({ id }) => untold.get(id) === true)
    const fresh = due.filter(({ id }) => untold.get(id) === false)
    for (const { id } of due) untold.delete(id)
    for (const id of untold.keys()) untold.set(id, true)
    for (const notice of [...belatedNotices(belated, words), ...noticesFor(fresh, words)]) show(notice)
  }

  async function follow(client: AlertClient, signal: AbortSignal): Promise<void> {
    const { now, demo } = await client.app.info()
    const timekeeper = timekeeperAt(now, demo?.rate ?? 1)
    const forecasts = new Map<string, DeskForecast>()
    const { promise: failed, reject } = Promise.withResolvers<never>()
    let cancelLook = (): void => {}

    async function look(): Promise<void> {
      if (untold.size === 0) return
      // Asked each time: it is changed in the window, by the same person.
      const attention = await client.alerts.attention({}, { signal })
      const at = timekeeper.now()
      const onDuty = desksOnDuty([...forecasts.values()], at)
      tell((alert) => mayRing(alert, attention, onDuty, at))
      cancelLook()
      if (untold.size === 0) return
      const quietEnds = attention.quietHours === null ? null : quietUntil(attention.quietHours, at)
      const next = Math.min(at + LOOK_AGAIN_MS * timekeeper.rate, quietEnds ?? Infinity)
      cancelLook = timekeeper.at(next, () => void look().catch(reject))
    }

    async function followForecast(): Promise<void> {
      for await (const item of await client.shifts.forecast({}, { signal })) {
        if (item.snapshot) forecasts.clear()
        for (const key of item.removals) forecasts.delete(key)
        for (const forecast of item.upserts) forecasts.set(forecast.deskId ?? '', forecast)
        await look()
      }
    }

    async function followAlerts(): Promise<void> {
      for await (const item of await client.alerts.watch({}, { signal })) {
        take(item)
        await look()
      }
    }

    try {
      await Promise.race([Promise.all([followForecast(), followAlerts()]), failed])
    } finally {
      cancelLook()
    }
  }

  return { follow }
}
