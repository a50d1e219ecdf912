import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'
import { Banner } from '../ui/banner.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { ChevronRightIcon } from '../ui/icons.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { addHolidays, holidaysOf } from './add-holidays.ts'
import styles from './calendar-panel.module.css'
import { ImportHolidaysDialog } from './import-holidays-dialog.tsx'
import type { TextEdit } from './policy-text.ts'
import type { CalendarChoice } from './use-calendar-choice.ts'
import { useHours } from './use-hours.ts'
import type { CheckedText } from './use-policy-check.ts'
import { YearView } from './year-view.tsx'

/** What the contract of the hub takes. */
const YEARS = { first: 2000, last: 2100 }

export interface CalendarPanelProps {
  address: string
  text: string
  /** The last text without problems: that one is drawn. */
  good: CheckedText | null
  choice: CalendarChoice
  onChoose: (change: Partial<CalendarChoice>) => void
  /** Null where the text is only read. */
  onEdit: ((edit: TextEdit) => void) | null
}

/** A calendar of the text over a year, and the way to bring dates into it. */
export function CalendarPanel({ address, text, good, choice, onChoose, onEdit }: CalendarPanelProps) {
  const { t } = useTranslation('workshop')
  const names = good?.policy?.calendars ?? []
  const [first = null] = names
  const calendar = names.find((name) => name === choice.calendar) ?? first
  if (good === null || calendar === null) return <p className={styles['muted']}>{t('calendar.waiting')}</p>
  return (
    <div className={styles['panel']}>
      <div className={styles['choices']}>
        <SelectField
          label={t('calendar.calendar')}
          value={calendar}
          onChange={(name) => onChoose({ calendar: name })}
          choices={names.map((name) => ({ value: name, label: name }))}
        />
        <YearField year={choice.year} onChange={(year) => onChoose({ year })} />
      </div>
      {onEdit !== null && (
        <HolidayImport
          key={calendar}
          text={text}
          calendar={calendar}
          firstYear={choice.year}
          onEdit={onEdit}
        />
      )}
      {good.text !== text && <Banner tone="warning">{t('calendar.stale')}</Banner>}
      <YearOfText address={address} text={good.text} calendar={calendar} year={choice.year} />
    </div>
  )
}

function YearField({ year, onChange }: { year: number; onChange: (year: number) => void }) {
  const { t } = useTranslation('workshop')
  return (
    <fieldset className={styles['year']}>
      <legend>{t('calendar.year')}</legend>
      <IconButton
        label={t('calendar.previousYear')}
        isDisabled={year <= YEARS.first}
        onPress={() => onChange(year - 1)}
      >
        <span className={styles['backward']}>
          <ChevronRightIcon />
        </span>
      </IconButton>
      <output>{year}</output>
      <IconButton
        label={t('calendar.nextYear')}
        isDisabled={year >= YEARS.last}
        onPress={() => onChange(year + 1)}
      >
        <ChevronRightIcon />
      </IconButton>
    </fieldset>
  )
}

function YearOfText(props: { address: string; text: string; calendar: string; year: number }) {
  const { address, text, calendar, year } = props
  const { t } = useTranslation('workshop')
  const client = useClient()
  const hours = useHours()
  const { data, error, isLoading } = useQuery(
    `calendar ${calendar} of ${address}`,
    (signal) => client.policies.calendarYear({ text, calendar, year }, { signal }),
    `${year} ${text}`,
  )
  if (error !== null) return <FailureNote error={error} />
  if (data === undefined) return <Skeleton width="70%" />
  return (
    <div className={classes(isLoading && styles['loading'])}>
      <p className={styles['total']}>
        {t('calendar.total', { hours: hours(data.openMs), year: data.year, zone: data.timeZone })}
      </p>
      <YearView key={data.year} year={data} />
    </div>
  )
}

interface HolidayImportProps {
  text: string
  calendar: string
  firstYear: number
  onEdit: (edit: TextEdit) => void
}

function HolidayImport({ text, calendar, firstYear, onEdit }: HolidayImportProps) {
  const { t } = useTranslation('workshop')
  const [isOpen, setOpen] = useState(false)
  const [added, setAdded] = useState<number | null>(null)

  function take(dates: readonly string[]): void {
    const edit = addHolidays(text, calendar, dates)
    setOpen(false)
    if (edit === null) return
    onEdit(edit)
    setAdded(dates.length)
  }

  return (
    <div className={styles['import']}>
      <Button onPress={() => setOpen(true)}>{t('calendar.importDates')}</Button>
      <output className={styles['muted']}>
        {added === null ? t('calendar.importHow') : t('holidays.done', { count: added, calendar })}
      </output>
      {isOpen && (
        <ImportHolidaysDialog
          calendar={calendar}
          held={holidaysOf(text, calendar)}
          firstYear={firstYear}
          onTake={take}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}
