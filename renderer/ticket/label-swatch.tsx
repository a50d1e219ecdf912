import { classes } from '../ui/classes.ts'
import type { LedgerLabel } from './bar-scale.ts'
import styles from './label-swatch.module.css'

export interface LabelSwatchProps {
  label: LedgerLabel
  className: string | undefined
  /** Its share where several stand in one place. */
  grow?: number
}

/** Colour and pattern of a ledger's label: in bar, legend and table the same, told apart without colour. */
export function LabelSwatch({ label, className, grow = 1 }: LabelSwatchProps) {
  return <span className={classes(styles[label], className)} style={{ flexGrow: grow }} aria-hidden />
}
