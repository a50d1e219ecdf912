import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Text } from 'react-aria-components/Text'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
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
  /** Several files at once; without it the first of them is taken. */
  allowsMultiple?: boolean
  /** For a narrow column among other things. */
  isSmall?: boolean
  onPick: (first: File, others: readonly File[]) => void
}

/** A place to drop files, with a button that does the same from the keyboard. */
export function FileDrop(props: FileDropProps) {
  const { label, or, pick, accepted, limits, onPick, allowsMultiple = false, isSmall = false } = props

  function take(files: readonly File[]): void {
    const [first, ...others] = files
    if (first !== undefined) onPick(first, allowsMultiple ? others : [])
  }

  return (
    <DropZone
      className={classes(styles['drop'], isSmall && styles['small'])}
      onDrop={(event) => {
        const dropped = event.items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []))
        void Promise.all(dropped).then(take)
      }}
    >
      <Text slot="label" className={styles['label'] ?? ''}>
        {label}
      </Text>
      <span className={styles['muted']}>{or}</span>
      <FileTrigger
        acceptedFileTypes={accepted}
        allowsMultiple={allowsMultiple}
        onSelect={(files) => take([...(files ?? [])])}
      >
        <Button variant="primary">{pick}</Button>
      </FileTrigger>
      {limits !== undefined && <span className={styles['muted']}>{limits}</span>}
    </DropZone>
  )
}
