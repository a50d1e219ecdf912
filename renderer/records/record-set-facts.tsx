import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { AgeSentence } from '../ui/age-sentence.tsx'
import { Button } from '../ui/button.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { RecordNotes } from './record-notes.tsx'
import styles from './record-set-facts.module.css'
import { RefusalsDialog } from './refusals-dialog.tsx'
import { useAmounts } from './use-amounts.ts'

export interface RecordSetFactsProps {
  recordSet: RecordSet
  onColumns: () => void
}

/** What is known of the chosen records: how many, how they were read, and what was not. */
export function RecordSetFacts({ recordSet, onColumns }: RecordSetFactsProps) {
  const { t } = useTranslation('records')
  const amounts = useAmounts()
  const [showsRefusals, setShowsRefusals] = useState(false)
  const { name, rows, columns, profile, timeZone, files, refusalCount } = recordSet
  return (
    <div className={styles['card']}>
      <div className={styles['head']}>
        <strong className={styles['name']} title={t('sets.files', { files: amounts.list(files) })}>
          {name}
        </strong>
        <Button onPress={onColumns}>{t('sets.columnsButton')}</Button>
      </div>
      <p className={styles['facts']}>
        <span>{t('sets.rows', { count: rows, rows: amounts.count(rows) })}</span>
        <span>{t('sets.columns', { count: columns.length })}</span>
        <AgeSentence at={recordSet.importedAt} say={(age) => t('sets.age', { age })} />
      </p>
      <p className={styles['facts']}>
        <span>{profile === null ? t('sets.unrecognised') : t('sets.recognised', { profile })}</span>
        <span title={t('sets.zoneHelp')}>{t('sets.zone', { zone: timeZone })}</span>
      </p>
      {refusalCount > 0 && (
        <div className={styles['refused']}>
          <StateMark state="degraded" />
          <button type="button" className={styles['link']} onClick={() => setShowsRefusals(true)}>
            {t('refusals.count', { count: refusalCount, rows: amounts.count(refusalCount) })}
          </button>
        </div>
      )}
      <RecordNotes notes={recordSet.notes} />
      {showsRefusals && <RefusalsDialog recordSet={recordSet} onClose={() => setShowsRefusals(false)} />}
    </div>
  )
}
