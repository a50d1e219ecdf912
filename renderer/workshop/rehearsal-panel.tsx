import { useTranslation } from 'react-i18next'
import type { PolicySummary } from '../../shared/contract/policies.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { RehearsalForm } from './rehearsal-form.tsx'
import styles from './rehearsal-panel.module.css'
import { RehearsalResult } from './rehearsal-result.tsx'
import type { RehearsalControl } from './use-rehearsal.ts'

export interface RehearsalPanelProps {
  control: RehearsalControl
  /** The contract "only those under it" means; null where the hub has it no more. */
  contract: PolicySummary | null
  text: string
  isBroken: boolean
  /** Whether the text has been checked as it stands. */
  isCurrent: boolean
  onStart: () => void
}

/** What past tickets would be under this text. */
export function RehearsalPanel(props: RehearsalPanelProps) {
  const { control, contract, text, isBroken, isCurrent, onStart } = props
  const { t } = useTranslation('workshop')
  const { run, span, cancel } = control
  const reason = isBroken ? t('rehearsal.broken') : isCurrent ? null : t('rehearsal.unchecked')
  return (
    <div className={styles['panel']}>
      <p className={styles['muted']}>{t('rehearsal.lead')}</p>
      <RehearsalForm control={control} contract={contract} />
      <div className={styles['start']}>
        {run.kind === 'running' ? (
          <Button onPress={cancel}>{t('rehearsal.cancel')}</Button>
        ) : (
          <Button variant="primary" isDisabled={reason !== null || span === null} onPress={onStart}>
            {t(run.kind === 'result' ? 'rehearsal.again' : 'rehearsal.start')}
          </Button>
        )}
        {run.kind === 'running' ? (
          <RunningMark done={run.done} total={run.total} />
        ) : (
          reason !== null && <span className={styles['muted']}>{reason}</span>
        )}
      </div>
      {run.kind === 'cancelled' && <output className={styles['muted']}>{t('rehearsal.cancelled')}</output>}
      {run.kind === 'failed' && <FailureNote error={run.error} />}
      {run.kind === 'result' && (
        <>
          {run.text !== text && <Banner tone="warning">{t('rehearsal.stale')}</Banner>}
          <RehearsalResult result={run.result} />
        </>
      )}
    </div>
  )
}

function RunningMark({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation('workshop')
  const words = total === 0 ? t('rehearsal.starting') : t('rehearsal.running', { done, total })
  return (
    <span className={styles['running']}>
      <progress aria-label={words} {...(total === 0 ? {} : { value: done, max: total })} />
      <span>{words}</span>
    </span>
  )
}
