import { useTranslation } from 'react-i18next'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Text } from 'react-aria-components/Text'
import { Button } from '../ui/button.tsx'
import styles from './import-holidays-dialog.module.css'

/** A place to drop an iCalendar file, with a button that does the same from the keyboard. */
export function CalendarFileDrop({ onPick }: { onPick: (file: File) => void }) {
  const { t } = useTranslation('workshop')
  return (
    <DropZone
      className={styles['drop'] ?? ''}
      onDrop={(event) => {
        const item = event.items.find((dropped) => dropped.kind === 'file')
        if (item?.kind === 'file') void item.getFile().then(onPick)
      }}
    >
      <Text slot="label">{t('holidays.drop')}</Text>
      <span className={styles['muted']}>{t('holidays.or')}</span>
      <FileTrigger
        acceptedFileTypes={['.ics', '.ical', '.ifb', 'text/calendar']}
        onSelect={(files) => {
          const file = files?.[0]
          if (file !== undefined) onPick(file)
        }}
      >
        <Button variant="primary">{t('holidays.pick')}</Button>
      </FileTrigger>
    </DropZone>
  )
}
