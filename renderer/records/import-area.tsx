import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { FileDrop } from '../ui/file-drop.tsx'
import { isTimeZone } from '../ui/time-zone.ts'
import { ImportOptionsFields } from './import-options.tsx'
import { ImportProgress } from './import-progress.tsx'
import styles from './import-area.module.css'
import { type ImportOptions, useImport } from './use-import.ts'

const RECORD_FILES = [
  '.csv',
  '.tsv',
  '.txt',
  '.json',
  '.ndjson',
  '.jsonl',
  '.parquet',
  '.xlsx',
  '.gz',
  'text/csv',
  'text/tab-separated-values',
]

export interface ImportAreaProps {
  onImported: (recordSet: RecordSet) => void
}

/** Drop files and they are read in at once; how they are read is chosen before, where the guess is not good enough. */
export function ImportArea({ onImported }: ImportAreaProps) {
  const { t } = useTranslation('records')
  const viewer = useViewerZone()
  const [options, setOptions] = useState<ImportOptions>({ timeZone: viewer.timeZone, profileId: null })
  const control = useImport(onImported)
  const { run } = control
  const isWorking = run.kind === 'sending' || run.kind === 'reading'

  function pick(first: File, others: readonly File[]): void {
    const timeZone = isTimeZone(options.timeZone) ? options.timeZone : viewer.timeZone
    control.start([first, ...others], { ...options, timeZone })
  }

  return (
    <div className={styles['area']}>
      {!isWorking && (
        <>
          <FileDrop
            label={t('drop.label')}
            or={t('drop.or')}
            pick={t('drop.pick')}
            accepted={RECORD_FILES}
            limits={t('drop.limits')}
            allowsMultiple
            isSmall
            onPick={pick}
          />
          <ImportOptionsFields options={options} onChange={setOptions} />
        </>
      )}
      <ImportProgress control={control} />
    </div>
  )
}
