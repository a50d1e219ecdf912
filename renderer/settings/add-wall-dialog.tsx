import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './settings.module.css'
import { wallLink } from './wall-link.ts'

/** Makes a token and shows its link this one time. */
export function AddWallDialog({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const { t } = useTranslation(['settings', 'app'])
  const formId = useId()
  const client = useClient()
  const [label, setLabel] = useState('')
  const [link, setLink] = useState<string | null>(null)
  const make = useAction(async () => {
    const made = await client.access.addWallToken({ label: label.trim() })
    setLink(wallLink(window.location.origin, made.token))
    onAdded()
  })

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (label.trim() !== '') void make.run(undefined)
  }

  if (link !== null) return <LinkDialog label={label.trim()} link={link} onClose={onClose} />
  return (
    <Dialog
      title={t('settings:access.addToken')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t('app:actions.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            isDisabled={label.trim() === ''}
            isPending={make.isPending}
          >
            {t('settings:access.makeToken')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['stack']} onSubmit={submit} noValidate>
        <TextField
          label={t('settings:access.labelField')}
          help={t('settings:access.labelHelp')}
          isRequired
          maxLength={60}
          value={label}
          onChange={setLabel}
        />
        <FailureNote error={make.error} />
      </form>
    </Dialog>
  )
}

function LinkDialog({ label, link, onClose }: { label: string; link: string; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'app'])
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link)
      setCopied('yes')
    } catch {
      // No clipboard over plain HTTP: the link stands there to be selected, and the dialog says so.
      setCopied('no')
    }
  }

  return (
    <Dialog
      title={t('settings:access.tokenTitle', { label })}
      isOpen
      onClose={onClose}
      role="alertdialog"
      footer={
        <>
          <Button variant="primary" onPress={() => void copy()}>
            {t(copied === 'yes' ? 'settings:access.copied' : 'settings:access.copy')}
          </Button>
          <Button onPress={onClose}>{t('app:actions.close')}</Button>
        </>
      }
    >
      <div className={styles['stack']}>
        <TextField label={t('settings:access.link')} isReadOnly value={link} />
        <p>{t('settings:access.tokenOnce')}</p>
        {copied === 'no' && <p className={styles['warning']}>{t('settings:access.copyByHand')}</p>}
      </div>
    </Dialog>
  )
}
