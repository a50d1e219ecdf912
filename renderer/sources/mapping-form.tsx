import { useTranslation } from 'react-i18next'
import type { FileMapping } from '../../shared/contract/tickets.ts'
import type { TicketStatus } from '../../shared/records/ticket.ts'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { isTimeZone } from '../ui/time-zone.ts'
import type { FilePreview } from './import-mapping.tsx'
import styles from './import-screen.module.css'
import { SeverityMapEditor, StatusMapEditor } from './map-editors.tsx'
import { isEventField, TICKET_FIELDS, TICKET_STATUSES, type TextMap, withEntry } from './mapping.ts'
import { useFieldName } from './use-field-name.ts'
import { useKinds } from './use-kinds.ts'

export interface MappingFormProps {
  preview: FilePreview
  mapping: FileMapping
  onChange: (mapping: FileMapping) => void
}

/** Keys of choices: a column may have any name, also that of "none". */
const NO_COLUMN = '-'
const COLUMN = 'column '

/** Column by column, what of the file fills which of our fields. */
export function MappingForm({ preview, mapping, onChange }: MappingFormProps) {
  const { t } = useTranslation('sources')
  const fieldName = useFieldName()
  const columns = [
    { value: NO_COLUMN, label: t('import.noColumn') },
    ...preview.columns.map((column) => ({ value: `${COLUMN}${column}`, label: column })),
  ]
  const fields = [...new Set([...useFileFields(), ...Object.keys(mapping.columns)])]
  const eventFields = fields.filter(isEventField)

  function choose(field: string, choice: string): void {
    const column = choice === NO_COLUMN ? '' : choice.slice(COLUMN.length)
    onChange({ ...mapping, columns: { ...withEntry(mapping.columns, field, column) } })
  }

  function row(field: string) {
    const held = mapping.columns[field]
    return (
      <div key={field} className={styles['mappingRow']}>
        <span>{fieldName(field)}</span>
        <SelectField
          label={t('import.column', { field: fieldName(field) })}
          hideLabel
          choices={columns}
          value={held === undefined ? NO_COLUMN : `${COLUMN}${held}`}
          onChange={(choice) => choose(field, choice)}
        />
      </div>
    )
  }

  return (
    <div className={styles['stack']}>
      {fields.filter((field) => !isEventField(field)).map(row)}
      {eventFields.length > 0 && (
        <details open={eventFields.some((field) => mapping.columns[field] !== undefined)}>
          <summary>{t('import.eventFields')}</summary>
          <div className={styles['stack']}>{eventFields.map(row)}</div>
        </details>
      )}
      <TextField
        label={t('import.timeZone')}
        help={t('import.timeZoneHelp')}
        placeholder="Europe/Madrid"
        value={mapping.timeZone ?? ''}
        onChange={(zone) => onChange({ ...mapping, timeZone: zone.trim() === '' ? null : zone.trim() })}
        error={mapping.timeZone !== null && !isTimeZone(mapping.timeZone) ? t('import.badZone') : undefined}
        spellCheck="false"
      />
      <StatusMapEditor
        label={t('import.statuses')}
        help={null}
        error={undefined}
        value={mapping.statuses}
        onChange={(statuses) => onChange({ ...mapping, statuses: onlyStatuses(statuses) })}
        seen={null}
      />
      <SeverityMapEditor
        label={t('import.severities')}
        help={null}
        error={undefined}
        value={mapping.severities}
        onChange={(severities) => onChange({ ...mapping, severities: { ...severities } })}
        seen={null}
      />
    </div>
  )
}

/** The fields that the file connector reads, by its own settings form; those of a ticket until it is known. */
function useFileFields(): readonly string[] {
  const file = useKinds().data?.find((kind) => kind.kind === 'file')
  const columns = file?.fields.find((field) => field.type === 'field-map')
  return columns?.choices ?? TICKET_FIELDS
}

/** The editor offers only our statuses; this says so to the types. */
function onlyStatuses(map: TextMap): Record<string, TicketStatus> {
  const entries: [string, TicketStatus][] = []
  for (const [raw, text] of Object.entries(map)) {
    const status = TICKET_STATUSES.find((known) => known === text)
    if (status !== undefined) entries.push([raw, status])
  }
  return Object.fromEntries(entries)
}
