import { useTranslation } from 'react-i18next'
import { CaseLink } from '../analysis/case-link.tsx'
import { useLive } from '../app/client.tsx'
import { Button } from '../ui/button.tsx'

export interface AttachToCaseProps {
  /** The ticket of the analysis; null where it has none. */
  caseId: string | null
  /** The ticket the report is attached to. */
  ticketId: string | null
  isReadOnly: boolean
  onAttach: (ticketId: string) => void
}

/** Which case the report belongs to. It is attached when the report is saved. */
export function AttachToCase({ caseId, ticketId, isReadOnly, onAttach }: AttachToCaseProps) {
  const { t } = useTranslation('incidentReport')
  const row = useLive('board').byKey.get(caseId ?? '')
  if (ticketId !== null) {
    return (
      <p>
        {t('attached', { caseNumber: '' })}
        <CaseLink ticketId={ticketId} />
      </p>
    )
  }
  if (caseId === null || isReadOnly) return null
  return (
    <Button onPress={() => onAttach(caseId)}>{t('attach', { caseNumber: row?.caseNumber ?? caseId })}</Button>
  )
}
