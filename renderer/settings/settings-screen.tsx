import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../app/paths.ts'
import { Tabs } from '../ui/tabs.tsx'
import { AboutSection } from './about-section.tsx'
import { AccessSection } from './access-section.tsx'
import { AttentionSection } from './attention-section.tsx'
import { ContractsSection } from './contracts-section.tsx'
import { DesksSection } from './desks-section.tsx'
import styles from './settings.module.css'

const SECTIONS = ['contracts', 'desks', 'attention', 'access', 'about'] as const

/** Settings of the hub; each section has an address of its own. */
export function SettingsScreen() {
  const { t } = useTranslation('settings')
  const [location, navigate] = useLocation()
  const wanted = location.split('/')[2]
  const selected = SECTIONS.find((section) => section === wanted) ?? 'contracts'
  return (
    <div className={styles['screen']}>
      <Tabs
        label={t('title')}
        selected={selected}
        onSelect={(section) => navigate(`${paths.settings}/${section}`, { replace: true })}
        tabs={[
          { id: 'contracts', label: t('sections.contracts'), content: <ContractsSection /> },
          { id: 'desks', label: t('sections.desks'), content: <DesksSection /> },
          { id: 'attention', label: t('sections.attention'), content: <AttentionSection /> },
          { id: 'access', label: t('sections.access'), content: <AccessSection /> },
          { id: 'about', label: t('sections.about'), content: <AboutSection /> },
        ]}
      />
    </div>
  )
}
