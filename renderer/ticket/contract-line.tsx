import { useTranslation } from 'react-i18next'
import type { TicketDetail } from '../../shared/contract/tickets.ts'
import styles from './contract-line.module.css'

/** The contract by its name, its id on hover, and the rule that put the case under it. */
export function ContractLine({
  detail: { policyId, policyName, policyReason },
}: {
  detail: Pick<TicketDetail, 'policyId' | 'policyName' | 'policyReason'>
}) {
  const { t } = useTranslation('ticket')
  return (
    <p className={styles['line']}>
      {t('contract.label')}{' '}
      <span className={styles['name']} title={policyId ?? undefined}>
        {policyName ?? policyId ?? t('contract.none')}
      </span>{' '}
      ({policyReason})
    </p>
  )
}
