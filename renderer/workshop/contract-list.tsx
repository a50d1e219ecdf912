import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PolicyFault } from '../../shared/contract/policies.ts'
import { Badge } from '../ui/badge.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import styles from './contract-list.module.css'
import { GROUPS, type ListEntry } from './list-entries.ts'
import { workshopPath } from './workshop-path.ts'

export interface ContractListProps {
  entries: readonly ListEntry[]
  selected: string | null
  /** Another contract was chosen. */
  onFollow: () => void
  faults: readonly PolicyFault[]
  /** Why the faults could not be asked for. */
  error: unknown
}

/** The hub's contracts by where they come from, and the files that cannot be used. */
export function ContractList({ entries, selected, onFollow, faults, error }: ContractListProps) {
  const { t } = useTranslation('workshop')
  return (
    <nav className={styles['list']} aria-label={t('list.label')}>
      {GROUPS.map((group) => {
        const own = entries.filter((entry) => entry.group === group)
        if (own.length === 0) return null
        return (
          <section key={group}>
            <h3 className={styles['heading']}>{t(`list.${group}`)}</h3>
            <ul>
              {own.map((entry) => (
                <li key={entry.address}>
                  <ContractLink entry={entry} isSelected={entry.address === selected} onFollow={onFollow} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <FailureNote error={error} />
      {faults.length > 0 && <FaultyFiles faults={faults} />}
    </nav>
  )
}

interface ContractLinkProps {
  entry: ListEntry
  isSelected: boolean
  onFollow: () => void
}

function ContractLink({ entry, isSelected, onFollow }: ContractLinkProps) {
  const { t } = useTranslation('workshop')
  return (
    <Link
      href={workshopPath(entry.address)}
      onClick={onFollow}
      aria-current={isSelected ? 'true' : undefined}
      className={styles['item'] ?? ''}
    >
      <span className={styles['name']}>{entry.name}</span>
      <span className={styles['facts']}>
        {entry.policy === null ? entry.address : t('contract.version', { version: entry.policy.version })}
        {entry.draft !== null && <Badge tone="accent">{t('list.draft')}</Badge>}
      </span>
    </Link>
  )
}

function FaultyFiles({ faults }: { faults: readonly PolicyFault[] }) {
  const { t } = useTranslation('workshop')
  return (
    <section className={styles['faults']}>
      <h3 className={styles['heading']}>
        <StateMark state="breached" word={t('list.faults', { count: faults.length })} />
      </h3>
      <p className={styles['lead']}>{t('list.faultsLead')}</p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.file} ${fault.place} ${fault.reason}`} className={styles['fault']}>
            <strong>{fault.file}</strong>
            <span className={styles['where']}>
              {[fault.line === null ? '' : t('list.faultAt', { line: fault.line }), fault.place]
                .filter((part) => part !== '')
                .join(', ')}
            </span>
            <span>{fault.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
