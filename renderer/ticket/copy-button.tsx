import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import styles from './copy-button.module.css'

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton({ text, isDisabled }: { text: string; isDisabled: boolean }) {
  const { t } = useTranslation('ticket')
  /** What was copied, so that a change of the text takes "Copied" back; false where it was refused. */
  const [copied, setCopied] = useState<string | false | null>(null)

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(text)
    } catch {
      // No clipboard over plain HTTP: the text stands there to be selected, and the dialog says so.
      setCopied(false)
    }
  }

  return (
    <>
      <output className={styles['outcome']}>{copied === false && t('escalate.copyByHand')}</output>
      <Button onPress={() => void copy()} isDisabled={isDisabled}>
        {t(copied === text ? 'escalate.copied' : 'escalate.copy')}
      </Button>
    </>
  )
}
