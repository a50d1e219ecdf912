import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { PersonIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/menu.tsx'
import styles from './app-frame.module.css'
import { useAppInfo } from './client.tsx'

/** Who is signed in, in which role, and the way out. */
export function AccountMenu({ onSignOut }: { onSignOut: () => void }) {
  const { t } = useTranslation(['app', 'settings'])
  const caller = useAppInfo()?.caller
  if (caller === undefined) return null
  const role = t(`settings:access.roles.${caller.role}`)
  const label = t('app:account.signedIn', { name: caller.name, role })
  return (
    <Menu
      label={label}
      trigger={
        <Button variant="quiet" aria-label={label}>
          <PersonIcon />
          <span className={styles['caller']}>{t('app:account.caller', { name: caller.name, role })}</span>
        </Button>
      }
      sections={[
        {
          id: 'account',
          label,
          choices: [{ id: 'sign-out', label: t('app:account.signOut'), onAction: onSignOut }],
        },
      ]}
    />
  )
}
