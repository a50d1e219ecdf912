import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { PolicySummary } from '../../shared/contract/policies.ts'
import { useClient, useMay } from '../app/client.tsx'
import { useKeys } from '../app/keys.tsx'
import { paths } from '../app/paths.ts'
import { useQuery } from '../app/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ContractList } from './contract-list.tsx'
import type { Draft } from './drafts.ts'
import { listEntries, neighbourOf } from './list-entries.ts'
import { copyOf, freeId } from './policy-text.ts'
import { useDrafts } from './use-drafts.ts'
import { Workbench } from './workbench.tsx'
import { addressOfWorkshopPath, workshopPath } from './workshop-path.ts'
import styles from './workshop-screen.module.css'

/** What a policy's name may have (shared/policy/policy.ts). */
const LONGEST_NAME = 100

/** Contracts of the hub as files: read, tried on past tickets, kept. */
export function WorkshopScreen() {
  const { t } = useTranslation('workshop')
  const client = useClient()
  const [location, navigate] = useLocation()
  const mayTry = useMay('operator')
  const listed = useQuery('policies', (signal) => client.policies.list({}, { signal }))
  const faults = useQuery('policy-faults', (signal) => client.policies.faults({}, { signal }))
  const { drafts, put, discard, isKept } = useDrafts()
  // What was saved or removed, until the list that was read before it has been read again.
  const [ahead, setAhead] = useState<{ of: unknown; policies: PolicySummary[] } | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const [begun, setBegun] = useState<string | null>(null)

  const policies = ahead !== null && ahead.of === listed.data ? ahead.policies : (listed.data ?? [])
  // Whoever may only look has no use for what another left in this browser.
  const entries = listEntries(policies, mayTry ? drafts : new Map())
  const address = addressOfWorkshopPath(location) ?? entries[0]?.address ?? null
  const entry = entries.find((one) => one.address === address) ?? null

  function show(wanted: string): void {
    setNotice(null)
    navigate(workshopPath(wanted))
  }

  function move(step: 1 | -1): void {
    const next = neighbourOf(entries, address, step)
    if (next !== null) show(next)
  }

  useKeys(t('title'), [
    { keys: 'j', label: t('list.next'), run: () => move(1) },
    { keys: 'k', label: t('list.previous'), run: () => move(-1) },
  ])

  function begin(draft: Draft): void {
    put(draft)
    setBegun(draft.address)
    show(draft.address)
  }

  function copy({ id, name, version, text }: PolicySummary): void {
    const free = freeId(id, new Set(entries.map((one) => one.address)))
    const copyName = t('contract.copyName', { name }).slice(0, LONGEST_NAME)
    begin({ address: free, text: copyOf(text, free, copyName), basedOn: { policyId: id, version } })
  }

  function readAgain(known: PolicySummary[], done: string): void {
    setAhead({ of: listed.data, policies: known })
    setNotice(done)
    listed.reload()
    faults.reload()
  }

  const forgetBegun = useCallback(() => setBegun(null), [])

  if (listed.data === undefined) {
    return listed.error === null ? <LoadingWorkshop /> : <FailureNote error={listed.error} />
  }
  return (
    <div className={styles['screen']}>
      <ContractList
        entries={entries}
        selected={address}
        onFollow={() => setNotice(null)}
        faults={faults.data ?? []}
        error={faults.error}
      />
      {entry === null ? (
        <EmptyState title={address === null ? t('nothing.title') : t('nothing.notFound', { address })}>
          {t(address === null ? 'nothing.body' : 'nothing.notFoundBody')}
        </EmptyState>
      ) : (
        <Workbench
          // What is typed, checked and rehearsed belongs to one contract.
          key={entry.address}
          entry={entry}
          policies={policies}
          isJustBegun={begun === entry.address}
          onFocusTaken={forgetBegun}
          areDraftsKept={isKept}
          notice={notice}
          onDismiss={() => setNotice(null)}
          onEdit={({ id, version, text }) => begin({ address: id, text, basedOn: { policyId: id, version } })}
          onCopy={copy}
          onType={put}
          onDiscard={() => {
            discard(entry.address)
            if (entry.policy === null) navigate(paths.workshop)
          }}
          onSaved={(policy) => {
            discard(entry.address)
            navigate(workshopPath(policy.id))
            readAgain(
              [...without(policies, policy), policy],
              t('contract.saved', { name: policy.name, version: policy.version }),
            )
          }}
          onRefused={listed.reload}
          onRemoved={(policy) => {
            navigate(paths.workshop)
            readAgain(without(policies, policy), t('contract.removed', { name: policy.name }))
          }}
        />
      )}
    </div>
  )
}

function without(policies: readonly PolicySummary[], { id }: PolicySummary): PolicySummary[] {
  return policies.filter((policy) => policy.id !== id)
}

/** The shape of list, editor and panel while the contracts are on their way. */
function LoadingWorkshop() {
  const { t } = useTranslation('workshop')
  return (
    <output className={styles['screen']} aria-label={t('loading')}>
      <div className={styles['loading']}>
        {[70, 55, 80, 60].map((width) => (
          <Skeleton key={width} width={`${width}%`} />
        ))}
      </div>
      <div className={styles['loading']}>
        {[30, 45, 65, 40, 50].map((width) => (
          <Skeleton key={width} width={`${width}%`} />
        ))}
      </div>
    </output>
  )
}
