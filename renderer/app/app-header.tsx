import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { AlertBell } from '../alerts/alert-bell.tsx'
import { IconButton } from '../ui/button.tsx'
import { zoneName } from '../ui/format-instant.ts'
import { AppearanceIcon, SearchIcon } from '../ui/icons.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Menu } from '../ui/menu.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { AccountMenu } from './account-menu.tsx'
import styles from './app-frame.module.css'
import { useConnection, useHub } from './client.tsx'
import { DESTINATIONS } from './commands.ts'
import { DemoMark } from './demo-mark.tsx'
import { changePreferences, DENSITIES, LANGUAGES, THEMES, usePreferences } from './preferences.ts'
import { useViewerZone } from './viewer-zone.ts'

export interface AppHeaderProps {
  onSearch: () => void
  /** Null where nobody signed in. */
  onSignOut: (() => void) | null
}

export function AppHeader({ onSearch, onSignOut }: AppHeaderProps) {
  const { t } = useTranslation('app')
  const [location] = useLocation()
  const place = DESTINATIONS.find(({ path }) => location.startsWith(path))
  return (
    <header className={styles['header']}>
      <h1>{t(place === undefined ? 'name' : `places.${place.name}`)}</h1>
      <DemoMark />
      <div className={styles['spacer']} />
      <button type="button" className={styles['search']} onClick={onSearch}>
        <SearchIcon />
        {t('palette.open')}
        <Kbd keys="Ctrl+k" />
      </button>
      <ZoneNote />
      <ConnectionMark />
      <AlertBell />
      <AppearanceMenu />
      {onSignOut !== null && <AccountMenu onSignOut={onSignOut} />}
    </header>
  )
}

/** The viewer's zone, said once per screen; every instant on it is written in that zone. */
function ZoneNote() {
  const { t } = useTranslation('app')
  const zone = useViewerZone()
  const { time } = useHub()
  const short = zoneName(time.now(), zone)
  const long = zone.timeZone.replaceAll('_', ' ')
  const name = short === long ? long : `${long} (${short})`
  return <span className={styles['zone']}>{t('time.zone', { zone: name })}</span>
}

function ConnectionMark() {
  const { t } = useTranslation('app')
  const { kind } = useConnection()
  return (
    <span className={styles['connection']}>
      {kind === 'connected' ? (
        <StateMark state="ok" word={t('connection.connected')} />
      ) : (
        <StateMark state="unknown" word={t('connection.reconnecting')} />
      )}
    </span>
  )
}

function AppearanceMenu() {
  const { t } = useTranslation('app')
  const chosen = usePreferences()
  return (
    <Menu
      label={t('appearance')}
      trigger={
        <IconButton label={t('appearance')}>
          <AppearanceIcon />
        </IconButton>
      }
      sections={[
        {
          id: 'theme',
          choices: THEMES.map((theme) => ({
            id: theme,
            label: t('palette.theme', { theme: t(`themes.${theme}`) }),
            isSelected: chosen.theme === theme,
            onAction: () => changePreferences({ theme }),
          })),
        },
        {
          id: 'density',
          choices: DENSITIES.map((density) => ({
            id: density,
            label: t('palette.density', { density: t(`densities.${density}`) }),
            isSelected: chosen.density === density,
            onAction: () => changePreferences({ density }),
          })),
        },
        {
          id: 'language',
          choices: LANGUAGES.map((language) => ({
            id: language,
            label: t('palette.language', { language: t(`languages.${language}`) }),
            isSelected: chosen.language === language,
            onAction: () => changePreferences({ language }),
          })),
        },
      ]}
    />
  )
}
