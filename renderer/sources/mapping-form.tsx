import { useTranslation } from 'react-i18next'
import type { FileMapping } from '../../shared/contract/tickets.ts'
import type { TicketStatus } from '../../shared/records/ticket.ts'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { isTimeZone } from '../ui/time-zone.ts'
import type { FilePreview } from './import-mapping.tsx'
import styles from './import-screen.module.css'
import { SeverityMapEditor, StatusMapEditor } from './map-editors.tsx'
import { TICKET_FIELDS, TICKET_STATUSES, type TextMap, withEntry } from './mapping.ts'

export interface MappingFormProps {
  preview: FilePreview
  mapping: FileMapping
  onChange: (mapping: FileMapping) => void
}

const NO_COLUMN = '-'

/** Column by column, what of the file fills which of our fields. */
export function MappingForm({ preview, mapping, onChange }: MappingFormProps) {
  const { t } = useTranslation('sources')
  const columns = [
    { value: NO_COLUMN, label: t('import.noColumn') },
    ...preview.columns.map((column) => ({ value: `column ${column}`, label: column })),
  ]
  return (
    <div className={styles['stack']}>
      {TICKET_FIELDS.map((field) => {
        const name = t(`mapping.field.${field}`)
        const held = mapping.columns[field]
        return (
          <div key={field} className={styles['mappingRow']}>
            <span>{name}</span>
            <SelectField
              label={t('import.column', { field: name })}
              hideLabel
              choices={columns}
              value={held === undefined ? NO_COLUMN : `column ${held}`}
              onChange={(choice) =>
                onChange({
                  ...mapping,
                  columns: {
                    ...withEntry(
                      mapping.columns,
                      field,
                      choice === NO_COLUMN ? '' : choice.slice('column '.length),
                    ),
                  },
                })
              }
            />
          </div>
        )
      })}
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

/** The editor offers only our statuses; this says so to the types. */
function onlyStatuses(map: TextMap): Record<string, TicketStatus> {
  const entries: [string, TicketStatus][] = []
  for (const [raw, text] of Object.entries(map)) {
    const status = TICKET_STATUSES.find((known) => known === text)
    if (status !== undefined) entries.push([raw, status])
  }
  return Object.fromEntries(entries)
}
