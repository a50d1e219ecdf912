import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { AlertsProvider } from '../alerts/alerts-context.tsx'
import { NoticeArea } from '../alerts/notice-area.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { AppHeader } from './app-header.tsx'
import styles from './app-frame.module.css'
import { CommandPalette } from './command-palette.tsx'
import { DESTINATIONS, useCommands } from './commands.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { KeyHelp } from './key-help.tsx'
import { useKeys } from './keys.tsx'
import { Navigation } from './navigation.tsx'
import { useSignOut } from './use-sign-out.ts'

/** What surrounds every screen but the wall: navigation, header, banners, alerts, palette, keys. */
export function AppFrame({ children }: { children: ReactNode }) {
  return (
    <AlertsProvider>
      <Frame>{children}</Frame>
    </AlertsProvider>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('app')
  const [, navigate] = useLocation()
  const [overlay, setOverlay] = useState<'palette' | 'keys' | null>(null)
  const signOut = useSignOut()
  const commands = useCommands(() => setOverlay('keys'), signOut.run)

  useKeys(t('keys.everywhere'), [
    { keys: 'Mod+k', label: t('keys.palette'), run: () => setOverlay('palette') },
    { keys: '?', label: t('keys.help'), run: () => setOverlay('keys') },
    ...DESTINATIONS.map(({ name, path, keys }) => ({
      keys,
      label: t('keys.go', { place: t(`places.${name}`) }),
      run: () => navigate(path),
    })),
  ])

  return (
    <div className={styles['frame']}>
      <a
        href="#content"
        className={styles['skip']}
        onClick={(event) => {
          // The address after # is the route; jumping must not change it.
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {t('skip')}
      </a>
      <Navigation />
      <AppHeader onSearch={() => setOverlay('palette')} onSignOut={signOut.run} />
      <div className={styles['content']}>
        <ConnectionBanner />
        {signOut.hasFailed && (
          <Banner tone="trouble" actions={<Button onPress={signOut.dismiss}>{t('actions.close')}</Button>}>
            {t('account.failed')}
          </Banner>
        )}
        <main id="content" tabIndex={-1} className={styles['screen']}>
          {children}
        </main>
      </div>
      <CommandPalette
        isOpen={overlay === 'palette'}
        onClose={() => setOverlay((shown) => (shown === 'palette' ? null : shown))}
        commands={commands}
      />
      <NoticeArea />
      <KeyHelp isOpen={overlay === 'keys'} onClose={() => setOverlay(null)} />
    </div>
  )
}
