import type { Desk } from '../../../shared/contract/settings.ts'
import { DEFAULT_ATTENTION } from '../../../shared/shifts/attention.ts'
import type { StandingAlerts } from '../sla/standing-alerts.ts'
import type { AlertStore } from '../store/store.ts'
import { refuseAttention, withKnownDesk } from './attention-rules.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'
import { watchCollection } from './watch-collection.ts'

interface AlertParts {
  readonly standing: Pick<StandingAlerts, 'alerts' | 'acknowledge'>
  readonly store: Pick<AlertStore, 'attention' | 'saveAttention'>
  /** Those of the settings. */
  readonly desks: () => readonly Desk[]
  readonly now: () => number
}

export function implementAlerts(
  { alerts: subject }: Implementation,
  { standing, store, desks, now }: AlertParts,
): MeridianRouter['alerts'] {
  return {
    watch: subject.watch.handler(watchCollection(standing.alerts)),

    acknowledge: subject.acknowledge.handler(({ input, context }) => ({
      acknowledged: standing.acknowledge(input.alertIds, context.caller.name, now()),
    })),

    attention: subject.attention.handler(({ context }) =>
      withKnownDesk(store.attention(context.caller.name) ?? DEFAULT_ATTENTION, desks()),
    ),

    setAttention: subject.setAttention.handler(({ input, context, errors }) => {
      // A wall is nobody's: whoever has its link would silence it for all who look at it.
      if (context.caller.via === 'wall-token') throw errors.FORBIDDEN()
      const refusal = refuseAttention(input, desks())
      if (refusal !== null) throw errors.REFUSED({ data: refusal })
      store.saveAttention(context.caller.name, input)
      return input
    }),
  }
}
