import type { InferClientOutputs } from '@orpc/client'
import { useTranslation } from 'react-i18next'
import type { MeridianClient } from '../../shared/contract/index.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './import-screen.module.css'
import { RefusalTable } from './refusal-table.tsx'

export type ImportOutcome = InferClientOutputs<MeridianClient>['tickets']['importFile'] & {
  readonly sourceName: string
}

export interface ImportResultProps {
  outcome: ImportOutcome
  onAnother: () => void
  onClose: () => void
}

/** What an import took and what it refused. */
export function ImportResult({ outcome, onAnother, onClose }: ImportResultProps) {
  const { t } = useTranslation('sources')
  return (
    <div className={styles['stack']}>
      <Banner tone="good">
        {t('import.finished', {
          tickets: t('import.ticketCount', { count: outcome.tickets }),
          events: t('import.eventCount', { count: outcome.events }),
          source: outcome.sourceName,
        })}
      </Banner>
      {outcome.refusalCount > 0 && (
        <Panel title={t('import.finishedRefused', { count: outcome.refusalCount })} isFlush>
          <RefusalTable refusals={outcome.refusals} total={outcome.refusalCount} />
        </Panel>
      )}
      <div className={styles['buttons']}>
        <Button variant="primary" onPress={onClose}>
          {t('import.close')}
        </Button>
        <Button onPress={onAnother}>{t('import.another')}</Button>
      </div>
    </div>
  )
}
