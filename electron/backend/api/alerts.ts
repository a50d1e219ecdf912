import type { Alert } from '../../../shared/contract/alerts.ts'
import type { LiveCollection } from '../live/live-collection.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'
import { watchCollection } from './watch-collection.ts'

export function implementAlerts(
  { alerts: subject }: Implementation,
  alerts: LiveCollection<Alert>,
): MeridianRouter['alerts'] {
  return { watch: subject.watch.handler(watchCollection(alerts)) }
}
