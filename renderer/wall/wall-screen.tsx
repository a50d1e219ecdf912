import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useAppInfo, useConnection, useHub } from '../app/client.tsx'
import { useKeys } from '../app/keys.tsx'
import { paths } from '../app/paths.ts'
import { IconButton } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { SettingsIcon } from '../ui/icons.tsx'
import { StaleNotice } from './stale-notice.tsx'
import { useAwake } from './use-awake.ts'
import { usePixelShift } from './use-pixel-shift.ts'
import { useWallFont } from './use-wall-font.ts'
import { useWallLook } from './use-wall-look.ts'
import { WallDuty } from './wall-duty.tsx'
import { WallClock } from './wall-clock.tsx'
import { WallCounts } from './wall-counts.tsx'
import { WallProviders } from './wall-providers.tsx'
import { WallRows } from './wall-rows.tsx'
import { readSetup, type WallSetup, writeSetup } from './wall-setup.ts'
import { WallSetupPanel } from './wall-setup-panel.tsx'
import styles from './wall-screen.module.css'

/** A wall that lost its right to read asks again this often: a new token may have been set meanwhile. */
const ASK_AGAIN_MS = 30_000

/** The page that hangs on the wall. It never asks anybody anything and comes back by itself. */
export function WallScreen() {
  const { t } = useTranslation('wall')
  const [location, navigate] = useLocation()
  const { connection } = useHub()
  const state = useConnection()
  const isDemo = (useAppInfo()?.demo ?? null) !== null
  const [isSettingUp, setSettingUp] = useState(false)
  const setup = readSetup(setupText(location))
  const font = useWallFont(setup)
  const shift = usePixelShift()
  const isAwake = useAwake()
  useWallLook(setup)
  useKeys(t('title'), [{ keys: 's', label: t('setup.open'), run: () => setSettingUp(true) }])

  useEffect(() => {
    if (state.kind !== 'signed-out') return undefined
    const timer = setInterval(connection.retryNow, ASK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [state.kind, connection])

  function change(next: WallSetup): void {
    navigate(`${paths.wall}/${writeSetup(next)}`, { replace: true })
  }

  const isOld = state.kind !== 'connected'
  return (
    <main className={classes(styles['wall'], !isAwake && styles['unattended'])}>
      <div
        className={styles['picture']}
        style={{ fontSize: `${font.fontPx}px`, transform: `translate(${shift.x}px, ${shift.y}px)` }}
      >
        {isDemo && <p className={styles['demo']}>{t('demo')}</p>}
        <StaleNotice timeZone={setup.timeZone} />
        <header className={classes(styles['header'], isOld && styles['old'])}>
          <WallClock timeZone={setup.timeZone} />
          <WallCounts />
          <WallDuty />
        </header>
        <WallRows fontPx={font.fontPx} pageSeconds={setup.pageSeconds} isOld={isOld} />
        <WallProviders fontPx={font.fontPx} isOld={isOld} />
      </div>
      <div className={styles['corner']}>
        <IconButton label={t('setup.open')} onPress={() => setSettingUp(true)}>
          <SettingsIcon />
        </IconButton>
      </div>
      {isSettingUp && (
        <WallSetupPanel setup={setup} font={font} onChange={change} onClose={() => setSettingUp(false)} />
      )}
    </main>
  )
}

/** `#/wall/inches=65` or `/wall?inches=65`: both are bookmarks people make. */
function setupText(location: string): string {
  const inHash = location.slice(paths.wall.length + 1)
  return inHash === '' || !location.startsWith(paths.wall) ? window.location.search : inHash
}
