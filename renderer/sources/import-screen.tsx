import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useMay } from '../app/client.tsx'
import { paths } from '../app/paths.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { ImportMapping } from './import-mapping.tsx'
import { ImportResult, type ImportOutcome } from './import-result.tsx'
import styles from './import-screen.module.css'
import { type ReadFile, readForSending } from './read-file.ts'

const MEGABYTE = 1_000_000
const TICKET_FILES = ['.csv', '.tsv', '.txt', '.json', '.ndjson', '.jsonl']

type Picked = Extract<ReadFile, { kind: 'read' }>

/** Imports a file of tickets once: pick it, see what it becomes, import. */
export function ImportScreen() {
  const { t, i18n } = useTranslation('sources')
  const [, navigate] = useLocation()
  const mayImport = useMay('operator')
  const [picked, setPicked] = useState<Picked | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null)

  async function pick(file: File): Promise<void> {
    setProblem(null)
    try {
      const read = await readForSending(file)
      if (read.kind === 'read') setPicked(read)
      else if (read.kind === 'empty') setProblem(t('import.empty', { file: read.fileName }))
      else {
        const size = (read.bytes / MEGABYTE).toLocaleString(i18n.language, { maximumFractionDigits: 1 })
        setProblem(t('import.tooLarge', { file: read.fileName, size }))
      }
    } catch {
      setProblem(t('import.unreadable', { file: file.name }))
    }
  }

  function startAgain(): void {
    setPicked(null)
    setOutcome(null)
  }

  if (!mayImport) return <Banner tone="warning">{t('readOnly')}</Banner>
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h2>{t('import.title')}</h2>
        {picked !== null && outcome === null && (
          <Button variant="quiet" onPress={startAgain}>
            {t('import.another')}
          </Button>
        )}
      </header>
      {picked === null && (
        <FileDrop
          label={t('import.drop')}
          or={t('import.or')}
          pick={t('import.pick')}
          accepted={TICKET_FILES}
          limits={t('import.limits')}
          onPick={(file) => void pick(file)}
        />
      )}
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      {picked !== null && outcome === null && (
        <ImportMapping key={picked.fileName} file={picked} onImported={setOutcome} />
      )}
      {outcome !== null && (
        <ImportResult outcome={outcome} onAnother={startAgain} onClose={() => navigate(paths.sources)} />
      )}
    </div>
  )
}
