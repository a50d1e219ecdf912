import type { Alert } from '../../../shared/contract/alerts.ts'
import { createLiveCollection, type LiveCollection } from '../live/live-collection.ts'
import type { Log } from '../log.ts'
import type { AlertStore } from '../store/store.ts'
import type { RaisedAlert } from './row-alerts.ts'

export interface StandingAlertsParts {
  readonly store: Pick<AlertStore, 'acknowledgements' | 'acknowledge' | 'forget'>
  readonly log: Log
  readonly epoch: string
}

/** The alerts that stand and who has seen them. An acknowledgement lives as long as its alert, restarts included. */
export interface StandingAlerts {
  readonly alerts: LiveCollection<Alert>
  /** Afterwards these stand and no others. */
  replaceAll(raised: readonly RaisedAlert[]): void
  /** Of the same rows: what stood until now, and what stands from now on. */
  change(before: readonly RaisedAlert[], after: readonly RaisedAlert[]): void
  /**
   * Stores and publishes that `by` has seen these. Gives how many nobody had seen before: what does not stand is passed
   * over, and who was first stays. Throws where it cannot be stored; nothing is published then.
   */
  acknowledge(alertIds: readonly string[], by: string, at: number): number
}

export function createStandingAlerts({ store, log, epoch }: StandingAlertsParts): StandingAlerts {
  const alerts = createLiveCollection<Alert>({ key: (alert) => alert.id, epoch })
  const seen = new Map(store.acknowledgements().map(({ alertId, by, at }) => [alertId, { by, at }]))
  const toForget = new Set<string>()

  function standing(raised: RaisedAlert): Alert {
    return { ...raised, acknowledged: seen.get(raised.id) ?? null }
  }

  /** What comes again later is another breach: it rings again. */
  function forget(alertIds: readonly string[]): void {
    for (const id of alertIds) if (seen.delete(id)) toForget.add(id)
    try {
      forgetStored()
    } catch (error) {
      // Clocks must go on while the disk is full: it is tried again with the next change.
      log('error', 'Acknowledgements of alerts that ended could not be removed.', { error })
    }
  }

  function forgetStored(): void {
    if (toForget.size === 0) return
    store.forget([...toForget])
    toForget.clear()
  }

  return {
    alerts,
    replaceAll(raised) {
      const kept = new Set(raised.map(({ id }) => id))
      forget([...seen.keys()].filter((id) => !kept.has(id)))
      alerts.replaceAll(raised.map(standing))
    },
    change(before, after) {
      const kept = new Set(after.map(({ id }) => id))
      const gone = before.map(({ id }) => id).filter((id) => !kept.has(id))
      const known = new Map(before.map((raised) => [raised.id, JSON.stringify(raised)]))
      forget(gone)
      // What stays as it was is not raised twice.
      alerts.set(after.filter((raised) => known.get(raised.id) !== JSON.stringify(raised)).map(standing))
      alerts.delete(gone)
    },
    acknowledge(alertIds, by, at) {
      const fresh = [...new Set(alertIds)].flatMap((id) => {
        const alert = alerts.get(id)
        return alert === undefined || alert.acknowledged !== null ? [] : [alert]
      })
      if (fresh.length === 0) return 0
      // One of an earlier breach that is still stored would be taken for the first.
      forgetStored()
      store.acknowledge(fresh.map(({ id, ticketId }) => ({ alertId: id, ticketId, by, at })))
      for (const { id } of fresh) seen.set(id, { by, at })
      alerts.set(fresh.map(standing))
      return fresh.length
    },
  }
}
