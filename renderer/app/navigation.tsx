import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import {
  AnalysisIcon,
  AttainmentIcon,
  BoardIcon,
  PolicyIcon,
  SettingsIcon,
  SourcesIcon,
  StatusIcon,
  WallIcon,
} from '../ui/icons.tsx'
import styles from './app-frame.module.css'
import { DESTINATIONS } from './commands.ts'

const ICONS: Record<(typeof DESTINATIONS)[number]['name'], ReactNode> = {
  board: <BoardIcon />,
  status: <StatusIcon />,
  analysis: <AnalysisIcon />,
  attainment: <AttainmentIcon />,
  workshop: <PolicyIcon />,
  sources: <SourcesIcon />,
  wall: <WallIcon />,
  settings: <SettingsIcon />,
}

export function Navigation() {
  const { t } = useTranslation('app')
  const [location] = useLocation()
  return (
    <nav className={styles['navigation']} aria-label={t('navigation')}>
      <div className={styles['brand']} aria-hidden>
        <BrandMark />
      </div>
      {DESTINATIONS.map(({ name, path, keys }) => (
        <Link
          key={name}
          href={path}
          className={styles['place'] ?? ''}
          aria-label={t(`places.${name}`)}
          title={`${t(`places.${name}`)} (${keys})`}
          {...(location.startsWith(path) ? { 'aria-current': 'page' as const } : {})}
        >
          {ICONS[name]}
        </Link>
      ))}
    </nav>
  )
}

/** A globe cut by its meridian. */
function BrandMark() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" strokeWidth="1.5">
      <circle cx="12" cy="12" r="9.25" />
      <path d="M12 2.75c-6 5-6 13.5 0 18.5" stroke="var(--accent)" strokeWidth="2" />
      <path d="M3 12h18" strokeOpacity="0.5" />
    </svg>
  )
}
