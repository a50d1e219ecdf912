import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useAlerts } from '../alerts/alerts-context.tsx'
import { paths } from './paths.ts'
import { changePreferences, DENSITIES, LANGUAGES, THEMES } from './preferences.ts'

/** One thing the palette can do. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly keys?: string
  readonly run: () => void
}

export const DESTINATIONS = [
  { name: 'board', path: paths.board, keys: 'g b' },
  { name: 'status', path: paths.status, keys: 'g s' },
  { name: 'analysis', path: paths.analysis, keys: 'g n' },
  { name: 'attainment', path: paths.attainment, keys: 'g a' },
  { name: 'workshop', path: paths.workshop, keys: 'g p' },
  { name: 'sources', path: paths.sources, keys: 'g o' },
  { name: 'wall', path: paths.wall, keys: 'g w' },
  { name: 'settings', path: paths.settings, keys: 'g t' },
] as const

/** Everything that can be done from any screen. `signOut` is null where nobody signed in. */
export function useCommands(showKeys: () => void, signOut: (() => void) | null): readonly Command[] {
  const { t } = useTranslation(['app', 'alerts'])
  const [, navigate] = useLocation()
  const { showList } = useAlerts()
  return [
    ...DESTINATIONS.map(({ name, path, keys }) => ({
      id: `go ${name}`,
      label: t('palette.go', { place: t(`places.${name}`) }),
      keys,
      run: () => navigate(path),
    })),
    { id: 'alerts', label: t('alerts:keys.panel'), keys: '!', run: () => showList(true) },
    ...THEMES.map((theme) => ({
      id: `theme ${theme}`,
      label: t('palette.theme', { theme: t(`themes.${theme}`) }),
      run: () => changePreferences({ theme }),
    })),
    ...DENSITIES.map((density) => ({
      id: `density ${density}`,
      label: t('palette.density', { density: t(`densities.${density}`) }),
      run: () => changePreferences({ density }),
    })),
    ...LANGUAGES.map((language) => ({
      id: `language ${language}`,
      label: t('palette.language', { language: t(`languages.${language}`) }),
      run: () => changePreferences({ language }),
    })),
    { id: 'keys', label: t('keys.title'), keys: '?', run: showKeys },
    ...(signOut === null ? [] : [{ id: 'sign-out', label: t('account.signOut'), run: signOut }]),
  ]
}
