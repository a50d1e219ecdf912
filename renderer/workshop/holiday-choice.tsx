import { useTranslation } from 'react-i18next'
import type { MeridianClient } from '../../shared/contract/index.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import styles from './import-holidays-dialog.module.css'

/** What the hub read in a file: its dates, and the entries it refused. */
export interface FoundDates extends Awaited<ReturnType<MeridianClient['policies']['readHolidays']>> {
  readonly file: string
}

export interface HolidayChoiceProps {
  found: FoundDates
  held: ReadonlySet<string>
  years: { readonly from: number; readonly to: number }
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

/** The dates of a file to be chosen from, those the calendar has already shown as such, and what was refused. */
export function HolidayChoice({ found, held, years, chosen, onChoose }: HolidayChoiceProps) {
  const { t } = useTranslation('workshop')
  const { file, days, refusals } = found
  const free = days.filter(({ date }) => !held.has(date))

  function toggle(date: string, isChosen: boolean): void {
    onChoose(new Set(isChosen ? [...chosen, date] : [...chosen].filter((other) => other !== date)))
  }

  return (
    <>
      {days.length === 0 ? (
        <p>{t('holidays.none', { file, ...years })}</p>
      ) : (
        <>
          <h3>{t('holidays.found', { file, count: days.length })}</h3>
          <CheckboxField
            label={t('holidays.chooseAll')}
            isDisabled={free.length === 0}
            isSelected={free.length > 0 && chosen.size === free.length}
            isIndeterminate={chosen.size > 0 && chosen.size < free.length}
            onChange={(all) => onChoose(new Set(all ? free.map(({ date }) => date) : []))}
          />
          <ul className={styles['dates']}>
            {days.map(({ date, name }) => (
              <li key={`${date} ${name}`}>
                <DateField
                  date={date}
                  name={name}
                  isHeld={held.has(date)}
                  isChosen={chosen.has(date)}
                  onChange={(isChosen) => toggle(date, isChosen)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {refusals.length > 0 && (
        <section>
          <h3>
            <StateMark state="degraded" word={t('holidays.refused', { count: refusals.length })} />
          </h3>
          <ul className={styles['refusals']}>
            {refusals.map(({ place, reason }) => (
              <li key={`${place} ${reason}`}>
                <span className={styles['muted']}>{place}</span> {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface DateFieldProps {
  date: string
  name: string
  isHeld: boolean
  isChosen: boolean
  onChange: (isChosen: boolean) => void
}

function DateField({ date, name, isHeld, isChosen, onChange }: DateFieldProps) {
  const { t } = useTranslation('workshop')
  const { language } = useViewerZone()
  const written = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`))
  return (
    <CheckboxField
      label={name === '' ? written : `${written} · ${name}`}
      help={isHeld ? t('holidays.held') : null}
      isSelected={isHeld || isChosen}
      isDisabled={isHeld}
      onChange={onChange}
    />
  )
}
