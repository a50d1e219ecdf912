import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHub } from '../app/client.tsx'
import { addFault, keepFaults, readFaults, waitBeforeReload } from '../app/page-recovery.ts'
import { Button } from '../ui/button.tsx'
import styles from './failed-wall.module.css'

/** The hub was away when the page wanted to reload: asked again after this. */
const ASK_AGAIN_MS = 10_000

/** In place of a wall that met a fault: says so to the room and reloads by itself, ever later if that does not help. */
export function FailedWall() {
  const { t } = useTranslation('wall')
  const [faults] = useState(() => addFault(readFaults(sessionStorage), Date.now()))
  const leftMs = useReload(waitBeforeReload(faults.count))

  useEffect(() => keepFaults(sessionStorage, faults), [faults])

  return (
    <main className={styles['failed']}>
      <strong role="alert">{t('failed.title')}</strong>
      <p>{t('failed.reloads', { seconds: Math.ceil(leftMs / 1_000) })}</p>
      <Button onPress={() => window.location.reload()}>{t('failed.now')}</Button>
    </main>
  )
}

/** Reloads the page after `waitMs`; gives the milliseconds that are left. */
function useReload(waitMs: number): number {
  const { isReachable } = useHub()
  const [leftMs, setLeftMs] = useState(waitMs)

  useEffect(() => {
    // By the page's monotone counter: a clock that is set while a wall waits must not make it wait for ever.
    let at = performance.now() + waitMs

    async function reload(): Promise<void> {
      // Without the hub a reload would end at the browser's own error page.
      if (!(await isReachable())) return
      // The page lives on for a moment: it must not ask for itself a second time.
      clearInterval(timer)
      window.location.reload()
    }

    const timer = setInterval(() => {
      const left = at - performance.now()
      setLeftMs(Math.max(0, left))
      if (left > 0) return
      at = performance.now() + ASK_AGAIN_MS
      void reload()
    }, 1_000)
    return () => clearInterval(timer)
  }, [waitMs, isReachable])

  return leftMs
}
