import { useTranslation } from 'react-i18next'
import { useClient, useMay } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'
import { Banner } from '../ui/banner.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { AssignmentTable } from './assignment-table.tsx'
import { isUnbound } from './assignments.ts'
import { PolicyFaults } from './policy-faults.tsx'
import { PolicyList } from './policy-list.tsx'
import { SaveBar } from './save-bar.tsx'
import styles from './settings.module.css'
import { useSettingsDraft } from './use-settings-draft.ts'

/** A select needs a key for "none". */
const NO_POLICY = '-'

/** Which contract runs which ticket, and the contracts themselves for reading. */
export function ContractsSection() {
  const { t } = useTranslation('settings')
  const client = useClient()
  const mayChange = useMay('admin')
  const policies = useQuery('policies', (signal) => client.policies.list({}, { signal }))
  const settings = useSettingsDraft()
  const { draft } = settings

  const error = settings.query.error ?? policies.error
  if (draft === undefined || policies.data === undefined) {
    return error === null ? <Skeleton width="60%" /> : <FailureNote error={error} />
  }
  const known = policies.data.map((policy) => ({ value: policy.id, label: policy.name }))
  const defaultId = draft.defaultPolicyId
  const isDefaultKnown = defaultId === null || known.some((choice) => choice.value === defaultId)
  return (
    <div className={styles['section']}>
      {!mayChange && <Banner tone="information">{t('readOnly')}</Banner>}
      <PolicyFaults />
      <Panel title={t('contracts.which')}>
        <div className={styles['stack']}>
          <p className={styles['muted']}>{t('contracts.lead')}</p>
          <div className={styles['narrow']}>
            <SelectField
              label={t('contracts.default')}
              isDisabled={!mayChange}
              value={defaultId ?? NO_POLICY}
              onChange={(id) => settings.change({ defaultPolicyId: id === NO_POLICY ? null : id })}
              choices={[
                { value: NO_POLICY, label: t('contracts.noDefault') },
                ...known,
                ...(isDefaultKnown
                  ? []
                  : [{ value: defaultId, label: t('contracts.unknown', { id: defaultId }) }]),
              ]}
            />
          </div>
          <AssignmentTable
            lines={draft.policyAssignments}
            policies={known}
            isReadOnly={!mayChange}
            onChange={(lines) => settings.change({ policyAssignments: [...lines] })}
          />
          <SaveBar settings={settings} isValid={!draft.policyAssignments.some(isUnbound)} />
        </div>
      </Panel>
      <PolicyList policies={policies.data} />
    </div>
  )
}
