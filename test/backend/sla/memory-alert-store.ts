import type { Acknowledgement, AlertStore } from '../../../electron/backend/store/store.ts'

/** Acknowledgements as the database keeps them, without one. */
export function memoryAlertStore(): Pick<AlertStore, 'acknowledgements' | 'acknowledge' | 'forget'> {
  const held = new Map<string, Acknowledgement>()
  return {
    acknowledgements: () => [...held.values()],
    acknowledge(acknowledgements) {
      for (const one of acknowledgements) if (!held.has(one.alertId)) held.set(one.alertId, one)
    },
    forget(alertIds) {
      for (const id of alertIds) held.delete(id)
    },
  }
}
