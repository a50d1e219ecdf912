import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../shared/records/analysis.ts'
import type { RecordSetColumn } from '../../shared/records/record-set.ts'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { saveFile } from '../ui/save-file.ts'
import { callIdColumn } from './example-fields.ts'
import { ExampleTable } from './example-table.tsx'
import styles from './examples-panel.module.css'
import { Parts } from './parts.tsx'

export interface ExamplesPanelProps {
  /** The finding that is looked at; null while there is none. */
  finding: Finding | null
  number: number
  columns: readonly RecordSetColumn[]
  /** Null while the analysis is not kept: then there is no file either. */
  analysisId: string | null
}

/** A and B of the active finding: the failing record to show the carrier, and the working one to show beside it. */
export function ExamplesPanel({ finding, number, columns, analysisId }: ExamplesPanelProps) {
  const { t } = useTranslation('analysis')
  if (finding === null) return <p className={styles['muted']}>{t('examples.nothing')}</p>
  const [first] = finding.examples
  const times = new Set(columns.filter(({ kind }) => kind === 'time').map(({ name }) => name))
  return (
    <div className={styles['panel']}>
      <div>
        <h3>{t('examples.of', { number })}</h3>
        <p className={styles['parts']}>
          <Parts parts={finding.parts} />
        </p>
        <p className={styles['muted']}>{t(first === undefined ? 'examples.none' : 'examples.lead')}</p>
      </div>
      {finding.examples.map((pair, index) => (
        <ExampleTable
          key={pair.failing.row}
          pair={pair}
          number={index + 1}
          parts={finding.parts}
          callId={callIdColumn(columns, pair)}
          times={times}
        />
      ))}
      {first !== undefined && analysisId !== null && (
        <SaveExamples key={finding.id} analysisId={analysisId} findingId={finding.id} />
      )}
    </div>
  )
}

function SaveExamples({ analysisId, findingId }: { analysisId: string; findingId: string }) {
  const { t } = useTranslation('analysis')
  const client = useClient()
  const [savedAs, setSavedAs] = useState<string | null>(null)
  const save = useAction(async () => {
    const file = await client.analyses.examples({ analysisId, findingId })
    saveFile(file)
    setSavedAs(file.fileName)
  })
  return (
    <div className={styles['save']}>
      <Button isPending={save.isPending} onPress={() => void save.run(undefined)}>
        {t('examples.save')}
      </Button>
      <output className={styles['muted']}>
        {savedAs === null ? '' : t('examples.saved', { fileName: savedAs })}
      </output>
      <FailureNote error={save.error} />
    </div>
  )
}
