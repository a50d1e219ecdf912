import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicySummary } from '../../shared/contract/policies.ts'
import { useMay } from '../app/client.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import styles from './contract-header.module.css'
import type { Draft } from './drafts.ts'
import type { ListEntry } from './list-entries.ts'
import { RemoveContractDialog } from './remove-contract-dialog.tsx'

export interface ContractHeaderProps {
  entry: ListEntry
  /** As the text has them, which may not be saved yet. */
  name: string
  version: number | null
  onEdit: (policy: PolicySummary) => void
  onCopy: (policy: PolicySummary) => void
  onDiscard: () => void
  onRemoved: (policy: PolicySummary) => void
  onSave: () => void
  isSaving: boolean
  /** Set while the text cannot be kept; why is said beneath the editor. */
  isBroken: boolean
}

/** What is open and what may be done with it: only what the role allows is offered. */
export function ContractHeader(props: ContractHeaderProps) {
  const { entry, name, version } = props
  const { t } = useTranslation('workshop')
  return (
    <header className={styles['header']}>
      <div className={styles['title']}>
        <h2>{name}</h2>
        {version !== null && <Badge>{t('contract.version', { version })}</Badge>}
        {entry.policy !== null && <Badge>{t(entry.policy.own ? 'contract.own' : 'contract.shipped')}</Badge>}
        {entry.draft !== null && <Badge tone="accent">{t('contract.draft')}</Badge>}
      </div>
      <div className={styles['actions']}>
        {entry.draft === null ? (
          entry.policy !== null && <ReadingActions {...props} policy={entry.policy} />
        ) : (
          <WritingActions {...props} draft={entry.draft} />
        )}
      </div>
    </header>
  )
}

function ReadingActions({
  policy,
  onEdit,
  onCopy,
  onRemoved,
}: ContractHeaderProps & { policy: PolicySummary }) {
  const { t } = useTranslation('workshop')
  const mayTry = useMay('operator')
  const mayRemove = useMay('admin') && policy.own
  const [isRemoving, setRemoving] = useState(false)
  return (
    <>
      {mayRemove && (
        <Button variant="danger" onPress={() => setRemoving(true)}>
          {t('contract.remove')}
        </Button>
      )}
      {mayTry && <Button onPress={() => onCopy(policy)}>{t('contract.copy')}</Button>}
      {mayTry && (
        <Button variant="primary" onPress={() => onEdit(policy)}>
          {t('contract.edit')}
        </Button>
      )}
      {isRemoving && (
        <RemoveContractDialog policy={policy} onClose={() => setRemoving(false)} onRemoved={onRemoved} />
      )}
    </>
  )
}

function WritingActions(props: ContractHeaderProps & { draft: Draft }) {
  const { entry, onDiscard, onSave, isSaving, isBroken } = props
  const { t } = useTranslation('workshop')
  const maySave = useMay('admin')
  const [isDiscarding, setDiscarding] = useState(false)
  return (
    <>
      <Button onPress={() => setDiscarding(true)}>{t('contract.discard')}</Button>
      {maySave && (
        <Button variant="primary" onPress={onSave} isPending={isSaving} isDisabled={isBroken}>
          {t('contract.save')}
        </Button>
      )}
      <ConfirmDialog
        title={t('discard.title')}
        isOpen={isDiscarding}
        confirmLabel={t('discard.confirm')}
        isDanger
        onCancel={() => setDiscarding(false)}
        onConfirm={() => {
          setDiscarding(false)
          onDiscard()
        }}
      >
        {t(entry.policy === null ? 'discard.bodyNew' : 'discard.body')}
      </ConfirmDialog>
    </>
  )
}
