import { useTranslation } from 'react-i18next'
import { CellField } from '../ui/cell-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { MappingTable } from './mapping-table.tsx'
import { isSeverityCode, TICKET_STATUSES, type TextMap, withEntry } from './mapping.ts'
import { useFieldName } from './use-field-name.ts'

export interface MapEditorProps {
  label: string
  help: string | null
  error: string | undefined
  value: TextMap
  onChange: (value: TextMap) => void
  /** Values seen in the source; null before it was asked. */
  seen: readonly string[] | null
}

/** Chosen where a value is not mapped: a select needs a key for it. */
const UNMAPPED = '-'

/** The source's words for a status, each with ours. */
export function StatusMapEditor(props: MapEditorProps) {
  const { t } = useTranslation('sources')
  const choices = [
    { value: UNMAPPED, label: t('mapping.none') },
    ...TICKET_STATUSES.map((status) => ({ value: status, label: t(`mapping.status.${status}`) })),
  ]
  return (
    <MappingTable
      {...props}
      renderTarget={(raw) => (
        <SelectField
          label={t('mapping.valueOf', { value: raw })}
          hideLabel
          choices={choices}
          value={choices.find((choice) => choice.value === props.value[raw])?.value ?? UNMAPPED}
          onChange={(status) =>
            props.onChange(withEntry(props.value, raw, status === UNMAPPED ? '' : status))
          }
        />
      )}
    />
  )
}

/** The source's words for a severity, each with a code of the contract. */
export function SeverityMapEditor(props: MapEditorProps) {
  const { t } = useTranslation('sources')
  const values = (props.seen ?? []).join(', ')
  const seen = values === '' ? null : t('mapping.seen', { values })
  return (
    <MappingTable
      {...props}
      // A line may be a range that covers what was seen: seen values are a hint, not lines of their own.
      seen={null}
      help={[props.help, seen].filter(Boolean).join(' ')}
      renderTarget={(raw) => {
        const code = props.value[raw] ?? ''
        return (
          <CellField
            label={t('mapping.valueOf', { value: raw })}
            placeholder="P1"
            value={code}
            onChange={(text) => props.onChange(withEntry(props.value, raw, text.trim().toUpperCase()))}
            error={code !== '' && !isSeverityCode(code) ? t('mapping.badSeverity') : undefined}
          />
        )
      }}
    />
  )
}

export interface FieldMapEditorProps extends MapEditorProps {
  /** Our fields that can be filled. */
  fields: readonly string[]
}

/** Our fields, each with the field of the source that fills it. */
export function FieldMapEditor({ fields, ...props }: FieldMapEditorProps) {
  const { t } = useTranslation('sources')
  const fieldName = useFieldName()
  const { value, onChange, seen } = props
  return (
    <MappingTable
      {...props}
      seen={[...new Set([...fields, ...Object.keys(value)])]}
      isFixed
      headers={[t('mapping.ours'), t('mapping.raw')]}
      renderKey={fieldName}
      renderTarget={(field) => (
        <SourceFieldInput
          label={t('mapping.valueOf', { value: fieldName(field) })}
          value={value[field] ?? ''}
          onChange={(name) => onChange(withEntry(value, field, name))}
          seen={seen}
        />
      )}
    />
  )
}

/** A field of the source: chosen from those seen, or typed before the source was asked. */
function SourceFieldInput(props: {
  label: string
  value: string
  onChange: (name: string) => void
  seen: readonly string[] | null
}) {
  const { t } = useTranslation('sources')
  if (props.seen === null || props.seen.length === 0) {
    return <CellField label={props.label} value={props.value} onChange={props.onChange} spellCheck="false" />
  }
  const names = [...new Set([...props.seen, ...(props.value === '' ? [] : [props.value])])]
  return (
    <SelectField
      label={props.label}
      hideLabel
      value={props.value === '' ? UNMAPPED : props.value}
      onChange={(name) => props.onChange(name === UNMAPPED ? '' : name)}
      choices={[
        { value: UNMAPPED, label: t('mapping.none') },
        ...names.map((name) => ({ value: name, label: name })),
      ]}
    />
  )
}
