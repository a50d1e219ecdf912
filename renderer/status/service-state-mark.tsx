import { useTranslation } from 'react-i18next'
import type { ServiceState } from '../../shared/records/status-page.ts'
import { StateMark, type StateName } from '../ui/state-mark.tsx'

const MARKS: Record<ServiceState, StateName> = {
  operational: 'ok',
  maintenance: 'paused',
  degraded: 'degraded',
  'partial-outage': 'breached',
  'major-outage': 'breached',
  unknown: 'unknown',
}

/** A provider's state as shape, colour and word. `hideWord` leaves the word to screen readers, for narrow rows. */
export function ServiceStateMark({ state, hideWord = false }: { state: ServiceState; hideWord?: boolean }) {
  const { t } = useTranslation('status')
  const word = t(`state.${state}`)
  return hideWord ? (
    <StateMark state={MARKS[state]} label={word} />
  ) : (
    <StateMark state={MARKS[state]} word={word} />
  )
}
