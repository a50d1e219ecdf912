import { useTranslation } from 'react-i18next'
import { useMetricName } from '../boards/use-metric-name.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { type Choice, SelectField } from '../ui/select-field.tsx'
import { Button } from '../ui/button.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import styles from './attainment-toolbar.module.css'
import type { AttainmentView } from './attainment-view.ts'
import { type Choices } from './report-rows.ts'
import { SpanFields } from './span-fields.tsx'
import type { CsvDownload } from './use-csv-download.ts'
import type { Contracts } from './use-contracts.ts'

/** A select needs a key for "all"; no contract, customer or severity begins with an equals sign. */
const ALL = '='

export interface AttainmentToolbarProps {
  view: AttainmentView
  onView: (view: AttainmentView) => void
  /** What the report holds; empty until there is one. */
  choices: Choices
  metric: string
  contracts: Contracts
  runningMonth: string
  csv: CsvDownload
}

export function AttainmentToolbar(props: AttainmentToolbarProps) {
  const { t } = useTranslation('attainment')
  const { view, onView, choices, contracts, csv } = props
  const metricName = useMetricName()
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset does not lay its fields out in a row
    <div className={styles['toolbar']} role="group" aria-label={t('toolbar.label')}>
      <div className={styles['wide']}>
        <OneOrAll
          label={t('toolbar.contract')}
          all={t('toolbar.allContracts')}
          value={view.policyId}
          known={choices.policyIds}
          name={contracts.name}
          onChange={(policyId) => onView({ ...view, policyId, severity: null, goal: null })}
        />
      </div>
      <div className={styles['wide']}>
        <OneOrAll
          label={t('toolbar.customer')}
          all={t('toolbar.allCustomers')}
          value={view.customer}
          known={choices.customers}
          onChange={(customer) => onView({ ...view, customer })}
        />
      </div>
      <div className={styles['field']}>
        <SelectField
          label={t('toolbar.metric')}
          value={props.metric}
          choices={withChosen(choices.metrics, props.metric).map((metric) => ({
            value: metric,
            label: metricName(metric),
          }))}
          onChange={(metric) => onView({ ...view, metric, goal: null })}
        />
      </div>
      <div className={styles['field']}>
        <OneOrAll
          label={t('toolbar.severity')}
          all={t('toolbar.allSeverities')}
          value={view.severity}
          known={choices.severities}
          onChange={(severity) => onView({ ...view, severity })}
        />
      </div>
      <SpanFields view={view} onView={onView} runningMonth={props.runningMonth} />
      <div className={styles['field']}>
        <ZoneField view={view} onView={onView} />
      </div>
      <div className={styles['end']}>
        <Tooltip text={t('csv.help')}>
          <Button onPress={csv.run} isPending={csv.isPending}>
            {t('csv.button')}
          </Button>
        </Tooltip>
      </div>
    </div>
  )
}

interface OneOrAllProps {
  label: string
  all: string
  value: string | null
  known: readonly string[]
  name?: (value: string) => string
  onChange: (value: string | null) => void
}

/** One value of the report, or all of them. */
function OneOrAll({ label, all, value, known, name = (text) => text, onChange }: OneOrAllProps) {
  const choices: Choice<string>[] = [
    { value: ALL, label: all },
    ...withChosen(known, value).map((each) => ({ value: each, label: name(each) })),
  ]
  return (
    <SelectField
      label={label}
      value={value ?? ALL}
      choices={choices}
      onChange={(chosen) => onChange(chosen === ALL ? null : chosen)}
    />
  )
}

/** What a link asked for stays among the choices even where these months do not have it. */
function withChosen(known: readonly string[], chosen: string | null): readonly string[] {
  return chosen === null || known.includes(chosen) ? known : [...known, chosen]
}

/** The viewer's zone, the one everybody shares, and the one a link came with. */
function ZoneField({ view, onView }: Pick<AttainmentToolbarProps, 'view' | 'onView'>) {
  const { t } = useTranslation('attainment')
  const own = useViewerZone().timeZone
  const zones = [...new Set([own, 'UTC', view.timeZone])]
  return (
    <SelectField
      label={t('toolbar.zone')}
      value={view.timeZone}
      choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      onChange={(timeZone) => onView({ ...view, timeZone })}
    />
  )
}
