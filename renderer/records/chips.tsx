import { CloseIcon } from '../ui/icons.tsx'
import styles from './chips.module.css'

export interface ChipsProps {
  label: string
  values: readonly string[]
  removeLabel: (value: string) => string
  /** Null where nothing may be removed. */
  onRemove: ((value: string) => void) | null
}

/** Values that were chosen, each with the way to drop it. */
export function Chips({ label, values, removeLabel, onRemove }: ChipsProps) {
  return (
    <ul className={styles['chips']} aria-label={label}>
      {values.map((value) => (
        <li key={value} className={styles['chip']}>
          <span className={styles['value']}>{value}</span>
          {onRemove !== null && (
            <button
              type="button"
              className={styles['remove']}
              aria-label={removeLabel(value)}
              onClick={() => onRemove(value)}
            >
              <CloseIcon />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
