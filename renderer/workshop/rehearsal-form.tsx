import { useTranslation } from 'react-i18next'
import type { PolicySummary } from '../../shared/contract/policies.ts'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './rehearsal-panel.module.css'
import { SPANS } from './rehearsal-span.ts'
import type { RehearsalControl } from './use-rehearsal.ts'

export interface RehearsalFormProps {
  control: RehearsalControl
  contract: PolicySummary | null
}

/** Which tickets are derived again: created when, and under which contract. */
export function RehearsalForm({ control, contract }: RehearsalFormProps) {
  const { t } = useTranslation('workshop')
  const { choice, choose, scope, setScope, span } = control
  return (
    <div className={styles['form']}>
      <SelectField
        label={t('rehearsal.span')}
        value={choice.name}
        onChange={(name) => choose({ name })}
        choices={SPANS.map((name) => ({ value: name, label: t(`rehearsal.spans.${name}`) }))}
      />
      <SelectField
        label={t('rehearsal.scope')}
        value={scope}
        onChange={setScope}
        choices={[
          { value: 'all', label: t('rehearsal.scopes.all') },
          ...(contract === null
            ? []
            : [
                {
                  value: 'contract' as const,
                  label: t('rehearsal.scopes.contract', { name: contract.name }),
                },
              ]),
        ]}
      />
      {choice.name === 'own' && (
        <>
          <TextField
            type="date"
            label={t('rehearsal.first')}
            value={choice.first}
            onChange={(first) => choose({ first })}
          />
          <TextField
            type="date"
            label={t('rehearsal.last')}
            value={choice.last}
            onChange={(last) => choose({ last })}
            error={span === null ? t('rehearsal.noSpan') : null}
          />
        </>
      )}
    </div>
  )
}
