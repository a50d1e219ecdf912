import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import styles from './severity-mark.module.css'

export interface SeverityMarkProps {
  /** As we assessed it; null while nobody has. */
  assessed: string | null
  reported: string | null
  /** 0 is the most severe of the contract; null where it is unknown. */
  rank: number | null
  /** For where it is not known whether the severity was assessed: nothing is claimed about it. */
  hidesBasis?: boolean
}

/** A letter and number in a shape that grows heavier with severity; the reported one struck through if it differs. */
export function SeverityMark({ assessed, reported, rank, hidesBasis = false }: SeverityMarkProps) {
  const { t } = useTranslation('app')
  const shown = assessed ?? reported
  const changed = assessed !== null && reported !== null && assessed !== reported
  if (shown === null) {
    return <span className={classes(styles['mark'], styles['none'])}>{t('severity.none')}</span>
  }
  const explanation = changed
    ? t('severity.changed', { assessed, reported })
    : t(assessed === null ? 'severity.reported' : 'severity.assessed', { severity: shown })
  return (
    <span {...(hidesBasis ? {} : { title: explanation })}>
      <span className={classes(styles['mark'], weightClass(rank))}>{shown}</span>
      {changed && <span className={styles['changed']}>{reported}</span>}
    </span>
  )
}

function weightClass(rank: number | null): string | undefined {
  if (rank === 0) return styles['most']
  if (rank === 1) return styles['second']
  if (rank === null || rank >= 3) return styles['least']
  return undefined
}
