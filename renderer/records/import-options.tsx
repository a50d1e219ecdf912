import { useTranslation } from 'react-i18next'
import { TextField } from '../ui/text-field.tsx'
import { isTimeZone } from '../ui/time-zone.ts'
import styles from './import-area.module.css'
import { ProfileField } from './profile-field.tsx'
import type { ImportOptions } from './use-import.ts'

export interface ImportOptionsFieldsProps {
  options: ImportOptions
  onChange: (options: ImportOptions) => void
}

/** The zone of times without one, and the layout where it is not to be recognised. */
export function ImportOptionsFields({ options, onChange }: ImportOptionsFieldsProps) {
  const { t } = useTranslation('records')
  const { timeZone, profileId } = options
  return (
    <details className={styles['how']}>
      <summary>
        {t('drop.how', { zone: timeZone })} {t(profileId === null ? 'drop.recognised' : 'drop.given')}
      </summary>
      <div className={styles['fields']}>
        <TextField
          label={t('drop.zone')}
          value={timeZone}
          onChange={(zone) => onChange({ ...options, timeZone: zone.trim() })}
          error={isTimeZone(timeZone) ? null : t('drop.badZone')}
          spellCheck="false"
        />
        <ProfileField
          profileId={profileId}
          onChange={(chosen) => onChange({ ...options, profileId: chosen })}
        />
      </div>
    </details>
  )
}
