import { useTranslation } from 'react-i18next'
import { useMay } from '../app/client.tsx'
import { Banner } from '../ui/banner.tsx'
import { IconButton } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import type { ListEntry } from './list-entries.ts'

export interface ContractNoticesProps {
  entry: ListEntry
  areDraftsKept: boolean
  /** What was done last; null once dismissed. */
  notice: string | null
  onDismiss: () => void
  /** Why the last try to save failed. */
  error: unknown
}

/** Whether what is seen is what the clocks run on, who may change that, and what just happened. */
export function ContractNotices({ entry, areDraftsKept, notice, onDismiss, error }: ContractNoticesProps) {
  const { t } = useTranslation(['workshop', 'app'])
  const draftText = useDraftText(entry)
  const role = useRoleText(entry)
  return (
    <>
      {notice !== null && (
        <Banner
          tone="good"
          actions={
            <IconButton label={t('app:actions.close')} onPress={onDismiss}>
              <CloseIcon />
            </IconButton>
          }
        >
          {notice}
        </Banner>
      )}
      {[draftText, role].some((text) => text !== null) && (
        <Banner tone="information">{[draftText, role].filter((text) => text !== null).join(' ')}</Banner>
      )}
      <OutdatedNotice entry={entry} />
      {!areDraftsKept && <Banner tone="warning">{t('contract.notKept')}</Banner>}
      <FailureNote error={error} />
    </>
  )
}

function OutdatedNotice({ entry: { policy, draft } }: { entry: ListEntry }) {
  const { t } = useTranslation('workshop')
  if (policy === null || draft === null || policy.version <= draft.basedOn.version) return null
  return (
    <Banner tone="warning">
      {t('contract.outdated', { version: policy.version, began: draft.basedOn.version })}
    </Banner>
  )
}

function useDraftText({ policy, draft }: ListEntry): string | null {
  const { t } = useTranslation('workshop')
  if (draft === null) return null
  if (policy === null) return t('contract.newDraft')
  return policy.own ? t('contract.draftOf', { version: policy.version }) : t('contract.draftOfShipped')
}

function useRoleText({ draft }: ListEntry): string | null {
  const { t } = useTranslation('workshop')
  const mayTry = useMay('operator')
  const maySave = useMay('admin')
  if (!mayTry) return t('contract.mayRead')
  return maySave || draft === null ? null : t('contract.mayTry')
}
