import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { IconButton } from './button.tsx'
import { classes } from './classes.ts'
import styles from './dialog.module.css'
import { CloseIcon } from './icons.tsx'

export interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** Buttons at the bottom. */
  footer?: ReactNode
  size?: 'small' | 'medium' | 'large'
  /** `alertdialog` for questions that interrupt. */
  role?: 'dialog' | 'alertdialog'
}

/** A modal window: focus stays inside, Escape closes it. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, footer, size = 'medium', role = 'dialog' } = props
  const { t } = useTranslation('app')
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={role === 'dialog'}
      className={styles['overlay'] ?? ''}
    >
      <Modal className={classes(styles['modal'], styles[size])}>
        <AriaDialog role={role} className={styles['dialog'] ?? ''}>
          <header className={styles['header']}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label={t('actions.close')} onPress={onClose}>
              <CloseIcon />
            </IconButton>
          </header>
          <div className={styles['body']}>{children}</div>
          {footer !== undefined && <footer className={styles['footer']}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
