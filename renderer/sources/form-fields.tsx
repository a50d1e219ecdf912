import { useTranslation } from 'react-i18next'
import type { ConnectorKind, SourcePreview } from '../../shared/contract/sources.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { SettingInput } from './setting-input.tsx'
import styles from './source-editor.module.css'
import type { Complaints, SourceForm } from './source-form.ts'

interface FormPartProps {
  kind: ConnectorKind
  form: SourceForm
  onChange: (form: SourceForm) => void
  complaints: Complaints
}

export interface KindFieldsProps extends FormPartProps {
  secretsSet: readonly string[]
  /** Values seen by the last try; null before one. */
  observed: SourcePreview['observed'] | null
}

/** The connector's own settings, drawn from its list of fields. */
export function KindFields({ kind, form, onChange, complaints, secretsSet, observed }: KindFieldsProps) {
  return (
    <div className={styles['fields']}>
      {kind.fields.map((field) => (
        <SettingInput
          key={field.name}
          kindName={kind.kind}
          field={field}
          value={
            field.type === 'secret' ? (form.secrets[field.name] ?? '') : (form.config[field.name] ?? null)
          }
          onChange={(value) =>
            field.type === 'secret'
              ? onChange({
                  ...form,
                  secrets: { ...form.secrets, [field.name]: typeof value === 'string' ? value : '' },
                })
              : onChange({ ...form, config: { ...form.config, [field.name]: value } })
          }
          isSecretStored={secretsSet.includes(field.name)}
          observed={observed}
          complaint={complaints[field.name]}
        />
      ))}
    </div>
  )
}

/** What every source has: its name, how often it is read, whether it is read at all. */
export function CommonFields({ kind, form, onChange, complaints }: FormPartProps) {
  const { t } = useTranslation('sources')
  return (
    <div className={styles['fields']}>
      <div className={styles['pair']}>
        <TextField
          label={t('form.name')}
          help={t('form.nameHelp')}
          placeholder={kind.label}
          value={form.name}
          onChange={(name) => onChange({ ...form, name })}
          maxLength={100}
          error={complaints['name']}
        />
        <NumberField
          label={t('form.pollSeconds')}
          help={t('form.pollHelp')}
          value={form.pollSeconds}
          minValue={5}
          maxValue={86_400}
          onChange={(pollSeconds) =>
            onChange({ ...form, pollSeconds: Number.isNaN(pollSeconds) ? 60 : pollSeconds })
          }
          error={complaints['pollSeconds']}
        />
      </div>
      <CheckboxField
        label={t('form.enabled')}
        isSelected={form.enabled}
        onChange={(enabled) => onChange({ ...form, enabled })}
      />
    </div>
  )
}
