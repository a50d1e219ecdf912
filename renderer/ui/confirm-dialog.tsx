import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

export interface ConfirmDialogProps {
  title: string
  isOpen: boolean
  /** What happens if one goes on, in one sentence. */
  children: ReactNode
  /** The verb on the button, e.g. "Remove source". */
  confirmLabel: string
  onConfirm: () => void
  onCancel: () => void
  isPending?: boolean
  isDanger?: boolean
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation('app')
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onCancel}
      size="small"
      role="alertdialog"
      footer={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a hasty Enter must meet the harmless button */}
          <Button onPress={props.onCancel} autoFocus>
            {t('actions.cancel')}
          </Button>
          <Button
            variant={props.isDanger === true ? 'danger' : 'primary'}
            onPress={props.onConfirm}
            isPending={props.isPending ?? false}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  )
}
