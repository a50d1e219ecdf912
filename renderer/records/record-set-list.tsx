import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { AgeSentence } from '../ui/age-sentence.tsx'
import { CellField } from '../ui/cell-field.tsx'
import styles from './record-set-list.module.css'
import { useAmounts } from './use-amounts.ts'

/** More than these are searched by name. */
const FEW = 8

export interface RecordSetListProps {
  recordSets: readonly RecordSet[]
  chosenId: string | null
  onChoose: (recordSet: RecordSet) => void
}

/** Record sets to choose from, as the hub orders them. */
export function RecordSetList({ recordSets, chosenId, onChoose }: RecordSetListProps) {
  const { t } = useTranslation('records')
  const amounts = useAmounts()
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase()
  const shown = recordSets.filter(({ name }) => name.toLowerCase().includes(wanted))
  if (recordSets.length === 0) return <p className={styles['muted']}>{t('sets.none')}</p>
  return (
    <div className={styles['list']}>
      {recordSets.length > FEW && (
        <CellField
          label={t('sets.filter')}
          placeholder={t('sets.filter')}
          value={words}
          onChange={setWords}
        />
      )}
      {shown.length === 0 && <p className={styles['muted']}>{t('sets.noMatch')}</p>}
      <ul aria-label={t('sets.label')} className={styles['group']}>
        {shown.map((recordSet) => (
          <li key={recordSet.id}>
            <button
              type="button"
              className={styles['item']}
              aria-current={recordSet.id === chosenId}
              onClick={() => onChoose(recordSet)}
            >
              <span className={styles['name']}>{recordSet.name}</span>
              <span className={styles['facts']}>
                <span>{t('sets.rows', { count: recordSet.rows, rows: amounts.count(recordSet.rows) })}</span>
                <AgeSentence at={recordSet.importedAt} say={(age) => t('sets.age', { age })} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
