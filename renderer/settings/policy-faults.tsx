import { useTranslation } from 'react-i18next'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'
import { DataTable } from '../ui/data-table.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './settings.module.css'

/** Policy files that could not be used, with place and reason; nothing while all can. */
export function PolicyFaults() {
  const { t } = useTranslation('settings')
  const client = useClient()
  const faults = useQuery('policy-faults', (signal) => client.policies.faults({}, { signal }))
  if (faults.error !== null) return <FailureNote error={faults.error} />
  if (faults.data === undefined || faults.data.length === 0) return null
  return (
    <Panel title={t('contracts.faults', { count: faults.data.length })}>
      <p className={styles['warning']}>{t('contracts.faultsLead')}</p>
      <DataTable
        label={t('contracts.faults', { count: faults.data.length })}
        rows={faults.data}
        rowKey={(fault) => `${fault.file} ${fault.place ?? ''} ${fault.reason}`}
        empty=""
        columns={[
          { id: 'file', header: t('contracts.file'), cell: (fault) => fault.file },
          { id: 'place', header: t('contracts.place'), cell: (fault) => fault.place ?? '–' },
          { id: 'reason', header: t('contracts.reason'), cell: (fault) => fault.reason },
        ]}
      />
    </Panel>
  )
}
