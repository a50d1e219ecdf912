import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useMay } from '../app/client.tsx'
import { usePreferences } from '../app/preferences.ts'
import { useAction } from '../app/use-action.ts'
import { useQuery } from '../app/use-query.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { formatFullInstant } from '../ui/format-instant.ts'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ReportEditor } from './report-editor.tsx'
import styles from './report-panel.module.css'

const LANGUAGES = ['en', 'es'] as const

export interface ReportPanelProps {
  /** Null until an analysis was kept. */
  analysisId: string | null
  /** What a new report is written of; empty: the proven findings. */
  findingIds: readonly string[]
  /** The ticket the analysis was made for. */
  ticketId: string | null
}

/** The reports of an analysis: written by the hub, finished by hand, given away as a file. */
export function ReportPanel({ analysisId, findingIds, ticketId }: ReportPanelProps) {
  const { t } = useTranslation('incidentReport')
  const client = useClient()
  const mayWrite = useMay('operator')
  const zone = useViewerZone()
  const viewerLanguage = usePreferences().language
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]>(viewerLanguage)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const query = useQuery(analysisId, (signal) =>
    client.incidentReports.list({ analysisId: analysisId ?? '' }, { signal }),
  )
  const draft = useAction(async (analysis: string) => {
    const report = await client.incidentReports.draft({
      analysisId: analysis,
      findingIds: [...findingIds],
      language,
      timeZone: zone.timeZone,
    })
    setChosenId(report.id)
    query.reload()
  })

  if (analysisId === null) return <p className={styles['empty']}>{t('first')}</p>
  if (query.data === undefined) {
    return query.error === null ? <Skeleton /> : <FailureNote error={query.error} />
  }
  const reports = query.data
  const report = reports.find(({ id }) => id === chosenId) ?? reports[0]

  return (
    <div className={styles['panel']}>
      {report === undefined && <p className={styles['empty']}>{t(mayWrite ? 'none' : 'viewer')}</p>}
      {reports.length > 1 && report !== undefined && (
        <SelectField
          label={t('choose')}
          value={report.id}
          choices={reports.map(({ id, title, updatedAt }) => ({
            value: id,
            label: t('chosen', { title, time: formatFullInstant(updatedAt, zone) }),
          }))}
          onChange={setChosenId}
        />
      )}
      {report !== undefined && (
        <ReportEditor
          key={`${report.id} ${report.updatedAt}`}
          report={report}
          caseId={ticketId}
          onChanged={query.reload}
        />
      )}
      {mayWrite && (
        <div className={styles['write']}>
          <SelectField
            label={t('language')}
            value={language}
            choices={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
            onChange={setLanguage}
          />
          <Button
            variant={report === undefined ? 'primary' : 'plain'}
            isPending={draft.isPending}
            onPress={() => void draft.run(analysisId)}
          >
            {t(report === undefined ? 'write' : 'again')}
          </Button>
        </div>
      )}
      <FailureNote error={draft.error} />
    </div>
  )
}
