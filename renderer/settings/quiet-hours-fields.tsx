import { useTranslation } from 'react-i18next'
import type { QuietHours } from '../../shared/shifts/quiet-hours.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { isTimeZone } from '../ui/time-zone.ts'
import styles from './settings.module.css'

const WALL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** Whether the hub will take them. */
export function areQuietHoursValid({ from, to, timeZone }: QuietHours): boolean {
  return WALL_TIME.test(from) && WALL_TIME.test(to) && from !== to && isTimeZone(timeZone)
}

export interface QuietHoursFieldsProps {
  quietHours: QuietHours | null
  onChange: (quietHours: QuietHours | null) => void
}

/** Whether there are quiet hours, from when to when, and where. */
export function QuietHoursFields({ quietHours, onChange }: QuietHoursFieldsProps) {
  const { t } = useTranslation('alerts')
  return (
    <>
      <CheckboxField
        label={t('attention.quiet')}
        help={t('attention.quietHelp')}
        isSelected={quietHours !== null}
        onChange={(isOn) => onChange(isOn ? ownNight() : null)}
      />
      {quietHours !== null && <Hours quietHours={quietHours} onChange={onChange} />}
    </>
  )
}

interface HoursProps {
  quietHours: QuietHours
  onChange: (quietHours: QuietHours) => void
}

function Hours({ quietHours, onChange }: HoursProps) {
  const { t } = useTranslation('alerts')
  const { from, to, timeZone } = quietHours
  const badTo = !WALL_TIME.test(to) ? t('attention.badTime') : from === to ? t('attention.sameTime') : null
  return (
    <div className={styles['days']}>
      <TextField
        label={t('attention.from')}
        value={from}
        onChange={(text) => onChange({ ...quietHours, from: text.trim() })}
        error={WALL_TIME.test(from) ? null : t('attention.badTime')}
        spellCheck="false"
      />
      <TextField
        label={t('attention.to')}
        help={t('attention.toHelp')}
        value={to}
        onChange={(text) => onChange({ ...quietHours, to: text.trim() })}
        error={badTo}
        spellCheck="false"
      />
      <TextField
        label={t('attention.zone')}
        value={timeZone}
        onChange={(text) => onChange({ ...quietHours, timeZone: text.trim() })}
        error={isTimeZone(timeZone) ? null : t('attention.badZone')}
        spellCheck="false"
      />
    </div>
  )
}

/** A night where this browser is, to start from. */
function ownNight(): QuietHours {
  return { from: '22:00', to: '07:00', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }
}
