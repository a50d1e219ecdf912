import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Text } from 'react-aria-components/Text'
import { Button } from './button.tsx'
import styles from './file-drop.module.css'

export interface FileDropProps {
  label: string
  /** Between the label and the button, e.g. "or". */
  or: string
  pick: string
  /** Endings and media types, as a file dialog takes them. */
  accepted: string[]
  /** What the place takes at the most. */
  limits?: string
  onPick: (file: File) => void
}

/** A place to drop a file, with a button that does the same from the keyboard. */
export function FileDrop({ label, or, pick, accepted, limits, onPick }: FileDropProps) {
  return (
    <DropZone
      className={styles['drop'] ?? ''}
      onDrop={(event) => {
        const item = event.items.find((dropped) => dropped.kind === 'file')
        if (item?.kind === 'file') void item.getFile().then(onPick)
      }}
    >
      <Text slot="label" className={styles['label'] ?? ''}>
        {label}
      </Text>
      <span className={styles['muted']}>{or}</span>
      <FileTrigger
        acceptedFileTypes={accepted}
        onSelect={(files) => {
          const file = files?.[0]
          if (file !== undefined) onPick(file)
        }}
      >
        <Button variant="primary">{pick}</Button>
      </FileTrigger>
      {limits !== undefined && <span className={styles['muted']}>{limits}</span>}
    </DropZone>
  )
}
