import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/button.tsx'
import { MoreIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/menu.tsx'

export interface RecordSetMenuProps {
  mayChange: boolean
  onFolders: () => void
  onProfiles: () => void
  /** Null while no record set is chosen. */
  onRemove: (() => void) | null
}

export function RecordSetMenu({ mayChange, onFolders, onProfiles, onRemove }: RecordSetMenuProps) {
  const { t } = useTranslation('records')
  const label = t('sets.more')
  return (
    <Menu
      label={label}
      trigger={
        <IconButton label={label}>
          <MoreIcon />
        </IconButton>
      }
      sections={[
        {
          id: 'places',
          choices: [
            { id: 'folders', label: t('sets.folders'), onAction: onFolders },
            { id: 'profiles', label: t('sets.profiles'), onAction: onProfiles },
          ],
        },
        ...(mayChange && onRemove !== null
          ? [{ id: 'remove', choices: [{ id: 'remove', label: t('sets.remove'), onAction: onRemove }] }]
          : []),
      ]}
    />
  )
}
