import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppInfo } from '../app/client.tsx'
import { Button } from '../ui/button.tsx'
import styles from './first-run-screen.module.css'

/** Demo data live in a data folder of their own, so they begin with the program and not inside it. */
const DEMO_COMMAND = 'npm start -- --demo'

export function DemoWay() {
  const { t } = useTranslation('sources')
  const isDemo = (useAppInfo()?.demo ?? null) !== null
  const [isCopied, setCopied] = useState(false)

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(DEMO_COMMAND)
      setCopied(true)
    } catch {
      // No clipboard over plain HTTP: the command stands there to be selected.
      setCopied(false)
    }
  }

  if (isDemo) return <p>{t('firstRun.demoOn')}</p>
  return (
    <>
      <p className={styles['muted']}>{t('firstRun.demoBody')}</p>
      <p>{t('firstRun.demoHow')}</p>
      <p className={styles['command']}>
        <code>{DEMO_COMMAND}</code>
        <Button onPress={() => void copy()}>
          {t(isCopied ? 'firstRun.demoCopied' : 'firstRun.demoCopy')}
        </Button>
      </p>
    </>
  )
}
