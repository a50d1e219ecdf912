import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import type { Saving } from './use-saving.ts'

/** Says why the version of a text has to rise before it is saved, and raises it. */
export function RaiseDialog({ saving }: { saving: Saving }) {
  const { t } = useTranslation('workshop')
  const { question } = saving
  if (question === null) return null
  return (
    <ConfirmDialog
      title={t('raise.title')}
      isOpen
      confirmLabel={t('raise.confirm', { version: question.version + 1 })}
      onCancel={saving.dismiss}
      onConfirm={() => saving.raiseAndSave(question)}
    >
      {t('raise.body', { held: question.version, id: question.id })}
    </ConfirmDialog>
  )
}
