import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../shared/contract/settings.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { isTimeZone } from '../ui/time-zone.ts'
import { DAYS, type Day, readWindows, writeWindows } from './desk-hours.ts'
import styles from './settings.module.css'

export interface DeskEditorProps {
  desk: Desk
  isReadOnly: boolean
  onChange: (desk: Desk) => void
  /** Told when some hours cannot be read, and when all can again. */
  onUnreadable: (isUnreadable: boolean) => void
  onRemove: () => void
}

const WORKING_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const satisfies readonly Day[]

type HourTexts = Readonly<Record<Day, string>>

function textsOf(desk: Desk): HourTexts {
  const text = (day: Day) => writeWindows(desk.hours[day])
  return {
    mon: text('mon'),
    tue: text('tue'),
    wed: text('wed'),
    thu: text('thu'),
    fri: text('fri'),
    sat: text('sat'),
    sun: text('sun'),
  }
}

/** One desk: name, zone and hours, written as people write them. */
export function DeskEditor({ desk, isReadOnly, onChange, onUnreadable, onRemove }: DeskEditorProps) {
  const { t } = useTranslation('settings')
  const [texts, setTexts] = useState(() => textsOf(desk))

  function changeHours(changed: HourTexts): void {
    setTexts(changed)
    const hours: Desk['hours'] = {}
    let isUnreadable = false
    for (const day of DAYS) {
      const windows = readWindows(changed[day])
      if (windows === null) isUnreadable = true
      else if (windows.length > 0) hours[day] = windows
    }
    onUnreadable(isUnreadable)
    onChange({ ...desk, hours })
  }

  function copyMonday(): void {
    const copied = Object.fromEntries(WORKING_DAYS.map((day) => [day, texts.mon]))
    changeHours({ ...texts, ...copied })
  }

  return (
    <Panel
      title={desk.name.trim() === '' ? t('desks.newName') : desk.name}
      actions={
        !isReadOnly && (
          <IconButton label={t('desks.remove', { name: desk.name })} onPress={onRemove}>
            <CloseIcon />
          </IconButton>
        )
      }
    >
      <div className={styles['stack']}>
        <div className={styles['pair']}>
          <TextField
            label={t('desks.name')}
            isDisabled={isReadOnly}
            isRequired
            maxLength={60}
            value={desk.name}
            onChange={(name) => onChange({ ...desk, name })}
            error={desk.name.trim() === '' ? t('desks.nameMissing') : undefined}
          />
          <TextField
            label={t('desks.zone')}
            help={t('desks.zoneHelp')}
            isDisabled={isReadOnly}
            isRequired
            value={desk.timeZone}
            onChange={(timeZone) => onChange({ ...desk, timeZone: timeZone.trim() })}
            error={isTimeZone(desk.timeZone) ? undefined : t('desks.badZone')}
            spellCheck="false"
          />
        </div>
        <div className={styles['days']}>
          {DAYS.map((day) => (
            <TextField
              key={day}
              label={t(`desks.days.${day}`)}
              isDisabled={isReadOnly}
              value={texts[day]}
              onChange={(text) => changeHours({ ...texts, [day]: text })}
              error={readWindows(texts[day]) === null ? t('desks.badHours') : undefined}
              spellCheck="false"
            />
          ))}
        </div>
        <div className={styles['buttons']}>
          {!isReadOnly && <Button onPress={copyMonday}>{t('desks.copyMonday')}</Button>}
          <span className={styles['muted']}>{t('desks.hoursHelp')}</span>
        </div>
      </div>
    </Panel>
  )
}
