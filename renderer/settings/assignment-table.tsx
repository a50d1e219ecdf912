import { useTranslation } from 'react-i18next'
import type { PolicyAssignment } from '../../shared/contract/settings.ts'
import { useLive } from '../app/client.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { CellField } from '../ui/cell-field.tsx'
import { ChevronDownIcon, CloseIcon, PlusIcon } from '../ui/icons.tsx'
import { type Choice, SelectField } from '../ui/select-field.tsx'
import { isUnbound, movedLine, shadowedLines, withField } from './assignments.ts'
import styles from './settings.module.css'

export interface AssignmentTableProps {
  lines: readonly PolicyAssignment[]
  policies: readonly Choice<string>[]
  isReadOnly: boolean
  onChange: (lines: readonly PolicyAssignment[]) => void
}

/** Lines from top to bottom: the first that matches a ticket names its contract. */
export function AssignmentTable({ lines, policies, isReadOnly, onChange }: AssignmentTableProps) {
  const { t } = useTranslation('settings')
  const shadowed = shadowedLines(lines)
  const firstPolicy = policies[0]?.value
  return (
    <>
      {lines.length === 0 && <p>{t('contracts.none')}</p>}
      {lines.length > 0 && (
        <table className={styles['table']} aria-label={t('contracts.which')}>
          <thead>
            <tr>
              <th scope="col">{t('contracts.customer')}</th>
              <th scope="col">{t('contracts.source')}</th>
              <th scope="col">{t('contracts.queue')}</th>
              <th scope="col" colSpan={2}>
                {t('contracts.contract')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <AssignmentLine
                // Lines have no id of their own and are told apart only by their place.
                key={`line ${String(index)}`}
                lines={lines}
                line={line}
                index={index}
                policies={policies}
                isShadowed={shadowed.has(index)}
                isReadOnly={isReadOnly}
                onChange={onChange}
              />
            ))}
          </tbody>
        </table>
      )}
      {!isReadOnly && firstPolicy !== undefined && (
        <div>
          <Button
            onPress={() =>
              onChange([...lines, { policyId: firstPolicy, customer: null, sourceId: null, queue: null }])
            }
          >
            <PlusIcon /> {t('contracts.add')}
          </Button>
        </div>
      )}
    </>
  )
}

interface AssignmentLineProps extends AssignmentTableProps {
  line: PolicyAssignment
  index: number
  isShadowed: boolean
}

/** A select needs a key for "any". */
const ANY = '-'

function AssignmentLine({
  lines,
  line,
  index,
  policies,
  isShadowed,
  isReadOnly,
  onChange,
}: AssignmentLineProps) {
  const { t } = useTranslation('settings')
  const sources = useLive('sources')
  const number = index + 1
  const sourceChoices = [
    { value: ANY, label: t('contracts.any') },
    ...sources.values
      .filter((source) => source.role === 'tickets' || source.id === line.sourceId)
      .map((source) => ({ value: source.id, label: source.name })),
  ]
  // A removed source keeps its line until somebody changes it.
  if (line.sourceId !== null && !sources.byKey.has(line.sourceId)) {
    sourceChoices.push({ value: line.sourceId, label: line.sourceId })
  }
  const isPolicyKnown = policies.some((policy) => policy.value === line.policyId)
  const label = (field: 'customer' | 'source' | 'queue' | 'contract') =>
    t('contracts.lineField', { field: t(`contracts.${field}`), number })
  return (
    <tr>
      <td>
        <CellField
          label={label('customer')}
          placeholder={t('contracts.any')}
          isDisabled={isReadOnly}
          value={line.customer ?? ''}
          onChange={(text) => onChange(withField(lines, index, 'customer', text))}
          error={isUnbound(line) ? t('contracts.empty') : undefined}
        />
        {isShadowed && <p className={styles['warning']}>{t('contracts.shadowed')}</p>}
      </td>
      <td>
        <SelectField
          label={label('source')}
          hideLabel
          isDisabled={isReadOnly}
          value={line.sourceId ?? ANY}
          onChange={(id) => onChange(withField(lines, index, 'sourceId', id === ANY ? '' : id))}
          choices={sourceChoices}
        />
      </td>
      <td>
        <CellField
          label={label('queue')}
          placeholder={t('contracts.any')}
          isDisabled={isReadOnly}
          value={line.queue ?? ''}
          onChange={(text) => onChange(withField(lines, index, 'queue', text))}
        />
      </td>
      <td>
        <SelectField
          label={label('contract')}
          hideLabel
          isDisabled={isReadOnly}
          value={line.policyId}
          onChange={(id) => onChange(withField(lines, index, 'policyId', id))}
          choices={
            isPolicyKnown
              ? policies
              : [...policies, { value: line.policyId, label: t('contracts.unknown', { id: line.policyId }) }]
          }
        />
      </td>
      <td className={styles['lineActions']}>
        {!isReadOnly && (
          <>
            <span className={styles['upward']}>
              <IconButton
                label={t('contracts.up', { number })}
                isDisabled={index === 0}
                onPress={() => onChange(movedLine(lines, index, -1))}
              >
                <ChevronDownIcon />
              </IconButton>
            </span>
            <IconButton
              label={t('contracts.down', { number })}
              isDisabled={index === lines.length - 1}
              onPress={() => onChange(movedLine(lines, index, 1))}
            >
              <ChevronDownIcon />
            </IconButton>
            <IconButton
              label={t('contracts.removeLine', { number })}
              onPress={() => onChange(lines.filter((_, at) => at !== index))}
            >
              <CloseIcon />
            </IconButton>
          </>
        )}
      </td>
    </tr>
  )
}
