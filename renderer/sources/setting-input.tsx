import { useTranslation } from 'react-i18next'
import type { SettingField, SourcePreview } from '../../shared/contract/sources.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextAreaField, TextField } from '../ui/text-field.tsx'
import { FieldMapEditor, SeverityMapEditor, StatusMapEditor } from './map-editors.tsx'
import { asMap } from './mapping.ts'
import styles from './source-editor.module.css'
import type { SettingValue } from './source-form.ts'
import { useFieldTexts } from './use-field-texts.ts'

export interface SettingInputProps {
  kindName: string
  field: SettingField
  value: SettingValue
  onChange: (value: SettingValue) => void
  isSecretStored: boolean
  observed: SourcePreview['observed'] | null
  complaint: string | undefined
}

/** One setting of a connector as the control its type asks for. */
export function SettingInput(props: SettingInputProps) {
  const { t } = useTranslation('sources')
  const { field, value, onChange, observed } = props
  const { label, help } = useFieldTexts(props.kindName, field)
  const texts = { label, help, error: props.complaint, isRequired: field.required }
  const text = typeof value === 'string' ? value : ''

  switch (field.type) {
    case 'address':
      return (
        <TextField
          {...texts}
          type="url"
          placeholder="https://"
          value={text}
          onChange={onChange}
          spellCheck="false"
        />
      )
    case 'text':
    case 'path':
      return <TextField {...texts} value={text} onChange={onChange} spellCheck="false" />
    case 'secret':
      return (
        <TextField
          {...texts}
          isRequired={field.required && !props.isSecretStored}
          type="password"
          autoComplete="new-password"
          placeholder={props.isSecretStored ? t('form.secretStored') : ''}
          value={text}
          onChange={onChange}
        />
      )
    case 'number':
      return (
        <NumberField
          {...texts}
          value={typeof value === 'number' ? value : NaN}
          onChange={(number) => onChange(Number.isNaN(number) ? null : number)}
        />
      )
    case 'list':
      return <ListInput {...props} />
    case 'boolean':
      return <CheckboxField label={label} help={help} isSelected={value === true} onChange={onChange} />
    case 'choice':
      return (
        <SelectField
          {...texts}
          value={text === '' ? null : text}
          onChange={onChange}
          choices={field.choices.map((choice) => ({ value: choice, label: choice }))}
        />
      )
    case 'status-map':
      return (
        <StatusMapEditor
          {...texts}
          value={asMap(value)}
          onChange={onChange}
          seen={observed?.statuses ?? null}
        />
      )
    case 'severity-map':
      return (
        <SeverityMapEditor
          {...texts}
          value={asMap(value)}
          onChange={onChange}
          seen={observed?.severities ?? null}
        />
      )
    case 'field-map':
      return (
        <FieldMapEditor
          {...texts}
          fields={field.choices}
          value={asMap(value)}
          onChange={onChange}
          seen={observed?.fields ?? null}
        />
      )
    default:
      return field.type satisfies never
  }
}

/** Lines of text; queues seen in the source can be added by a press. */
function ListInput({ kindName, field, value, onChange, observed, complaint }: SettingInputProps) {
  const { t } = useTranslation('sources')
  const { label, help } = useFieldTexts(kindName, field)
  const items = Array.isArray(value) ? value.map(String) : []
  const offered = field.name.toLowerCase().includes('queue') ? (observed?.queues ?? []) : []
  const missing = offered.filter((name) => !items.includes(name))
  return (
    <div>
      <TextAreaField
        label={label}
        help={[help === null ? '' : asSentence(help), t('form.listHelp')].filter(Boolean).join(' ')}
        error={complaint}
        isRequired={field.required}
        rows={3}
        value={items.join('\n')}
        onChange={(lines) => onChange(lines === '' ? [] : lines.split('\n'))}
        onBlur={() => onChange(items.map((item) => item.trim()).filter(Boolean))}
      />
      {missing.length > 0 && (
        <div className={styles['suggestions']}>
          {t('form.observed')}:
          {missing.map((name) => (
            <Button key={name} onPress={() => onChange([...items.filter(Boolean), name])}>
              <PlusIcon /> {name}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
