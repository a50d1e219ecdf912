import { useTranslation } from 'react-i18next'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Text } from 'react-aria-components/Text'
import { Button } from '../ui/button.tsx'
import styles from './import-screen.module.css'

/** A place to drop a file, with a button that does the same from the keyboard. */
export function FileDrop({ onPick }: { onPick: (file: File) => void }) {
  const { t } = useTranslation('sources')
  return (
    <DropZone
      className={styles['drop'] ?? ''}
      onDrop={(event) => {
        const item = event.items.find((dropped) => dropped.kind === 'file')
        if (item?.kind === 'file') void item.getFile().then(onPick)
      }}
    >
      <Text slot="label" className={styles['dropLabel'] ?? ''}>
        {t('import.drop')}
      </Text>
      <span className={styles['muted']}>{t('import.or')}</span>
      <FileTrigger
        acceptedFileTypes={['.csv', '.tsv', '.txt', '.json', '.ndjson', '.jsonl']}
        onSelect={(files) => {
          const file = files?.[0]
          if (file !== undefined) onPick(file)
        }}
      >
        <Button variant="primary">{t('import.pick')}</Button>
      </FileTrigger>
      <span className={styles['muted']}>{t('import.limits')}</span>
    </DropZone>
  )
}
