import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { type FoundDates, HolidayChoice } from './holiday-choice.tsx'
import styles from './import-holidays-dialog.module.css'

/** What the hub takes; its contract says so too. */
const MOST_CHARACTERS = 500_000

const CALENDAR_FILES = ['.ics', '.ical', '.ifb', 'text/calendar']

/** A calendar file holds years back and ahead; what is shown and the two years after it are wanted. */
const YEARS_AHEAD = 2

export interface ImportHolidaysDialogProps {
  calendar: string
  /** Dates that are holidays of the calendar already. */
  held: ReadonlySet<string>
  firstYear: number
  onTake: (dates: readonly string[]) => void
  onClose: () => void
}

/** Picks an iCalendar file, shows the dates the hub finds in it and those it refuses, and takes the chosen ones. */
export function ImportHolidaysDialog(props: ImportHolidaysDialogProps) {
  const { calendar, held, firstYear, onTake, onClose } = props
  const { t } = useTranslation(['workshop', 'app'])
  const client = useClient()
  const years = { from: firstYear, to: Math.min(firstYear + YEARS_AHEAD, 2100) }
  const [found, setFound] = useState<FoundDates | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<string | null>(null)
  const reading = useAction(async ({ file, text }: { file: string; text: string }) => {
    const answer = await client.policies.readHolidays({ text, fromYear: years.from, toYear: years.to })
    setFound({ file, ...answer })
    setChosen(new Set(answer.days.map(({ date }) => date).filter((date) => !held.has(date))))
  })

  async function pick(file: File): Promise<void> {
    setProblem(null)
    try {
      const text = await file.text()
      if (text.length > MOST_CHARACTERS) setProblem(t('holidays.tooLarge', { file: file.name }))
      else await reading.run({ file: file.name, text })
    } catch {
      setProblem(t('holidays.unreadable', { file: file.name }))
    }
  }

  return (
    <Dialog
      title={t('holidays.title', { calendar })}
      isOpen
      onClose={onClose}
      footer={
        <>
          {found !== null && <Button onPress={() => setFound(null)}>{t('holidays.another')}</Button>}
          <Button onPress={onClose}>{t('app:actions.cancel')}</Button>
          {found !== null && (
            <Button variant="primary" isDisabled={chosen.size === 0} onPress={() => onTake([...chosen])}>
              {t('holidays.confirm', { count: chosen.size })}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['body']}>
        {found === null ? (
          <>
            <p className={styles['muted']}>{t('holidays.years', years)}</p>
            <FileDrop
              label={t('holidays.drop')}
              or={t('holidays.or')}
              pick={t('holidays.pick')}
              accepted={CALENDAR_FILES}
              onPick={(file) => void pick(file)}
            />
          </>
        ) : (
          <HolidayChoice found={found} held={held} years={years} chosen={chosen} onChoose={setChosen} />
        )}
        {problem !== null && <ErrorNote>{problem}</ErrorNote>}
        <FailureNote error={reading.error} />
      </div>
    </Dialog>
  )
}
