import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IncidentReport, Replication } from '../../shared/records/incident-report.ts'
import { useClient, useMay } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { formatFullInstant } from '../ui/format-instant.ts'
import { SelectField } from '../ui/select-field.tsx'
import { TextAreaField, TextField } from '../ui/text-field.tsx'
import { AttachToCase } from './attach-to-case.tsx'
import { ExampleList } from './example-list.tsx'
import { ExportReport } from './export-report.tsx'
import { LineList } from './line-list.tsx'
import styles from './report-editor.module.css'

const REPLICATIONS: readonly Replication[] = ['poor', 'good', 'isolation']

export interface ReportEditorProps {
  /** As it is stored. A newer one is another editor (`key`). */
  report: IncidentReport
  /** The ticket of the analysis, where it has one. */
  caseId: string | null
  /** The stored report is another one now, or none. */
  onChanged: () => void
}

/** One report to read, finish and give away. What is typed stays here until it is saved. */
export function ReportEditor({ report, caseId, onChanged }: ReportEditorProps) {
  const { t } = useTranslation('incidentReport')
  const client = useClient()
  const zone = useViewerZone()
  const mayWrite = useMay('operator')
  const [edited, setEdited] = useState(report)
  const [isRemoving, setRemoving] = useState(false)
  const isUnsaved = edited !== report
  const hasTitle = edited.title.trim() !== ''
  const save = useAction(async (next: IncidentReport) => {
    const { createdAt: _, updatedBy: __, ...rest } = next
    await client.incidentReports.save(rest)
    onChanged()
  })
  const remove = useAction(async () => {
    await client.incidentReports.remove({ reportId: report.id })
    setRemoving(false)
    onChanged()
  })

  function change(part: Partial<IncidentReport>): void {
    setEdited((held) => ({ ...held, ...part }))
  }

  const told = { time: formatFullInstant(report.updatedAt, zone), by: report.updatedBy }
  return (
    <article className={styles['editor']} aria-label={edited.title}>
      <TextField
        label={t('fields.title')}
        value={edited.title}
        isReadOnly={!mayWrite}
        maxLength={300}
        error={hasTitle ? null : t('empty')}
        onChange={(title) => change({ title })}
      />
      <LineList
        section={t('sections.summary')}
        lines={edited.summary}
        isReadOnly={!mayWrite}
        onChange={(summary) => change({ summary })}
      />
      <ExampleList
        examples={edited.examples}
        isReadOnly={!mayWrite}
        onChange={(examples) => change({ examples })}
      />
      <LineList
        section={t('sections.commonalities')}
        lines={edited.commonalities}
        isReadOnly={!mayWrite}
        onChange={(commonalities) => change({ commonalities })}
      />
      <SelectField
        label={t('fields.replication')}
        value={edited.replication}
        isDisabled={!mayWrite}
        choices={REPLICATIONS.map((value) => ({ value, label: t(`replication.${value}`) }))}
        onChange={(replication) => change({ replication })}
      />
      <TextAreaField
        label={t('fields.replicationNote')}
        rows={2}
        value={edited.replicationNote}
        isReadOnly={!mayWrite}
        maxLength={4000}
        onChange={(replicationNote) => change({ replicationNote })}
      />
      <LineList
        section={t('sections.checked')}
        lines={edited.checked}
        isReadOnly={!mayWrite}
        onChange={(checked) => change({ checked })}
      />
      <AttachToCase
        caseId={caseId}
        ticketId={edited.ticketId}
        isReadOnly={!mayWrite}
        onAttach={(ticketId) => change({ ticketId })}
      />
      <div className={styles['actions']}>
        <output className={styles['state']}>{isUnsaved ? t('unsaved') : t('saved', told)}</output>
        {mayWrite && (
          <>
            <Button
              variant="primary"
              isPending={save.isPending}
              isDisabled={!isUnsaved || !hasTitle}
              onPress={() => void save.run(edited)}
            >
              {t('save')}
            </Button>
            <Button variant="quiet" onPress={() => setRemoving(true)}>
              {t('remove')}
            </Button>
          </>
        )}
        <ExportReport reportId={report.id} isUnsaved={isUnsaved} />
      </div>
      <FailureNote error={save.error ?? remove.error} />
      <ConfirmDialog
        title={t('remove')}
        isOpen={isRemoving}
        confirmLabel={t('remove')}
        isPending={remove.isPending}
        isDanger
        onConfirm={() => void remove.run(undefined)}
        onCancel={() => setRemoving(false)}
      >
        {t('removeSure')}
      </ConfirmDialog>
    </article>
  )
}
