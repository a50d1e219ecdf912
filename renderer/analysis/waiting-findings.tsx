import { Skeleton } from '../ui/skeleton.tsx'
import styles from './waiting-findings.module.css'

/** The outline of findings to come. */
export function WaitingFindings({ label }: { label: string }) {
  return (
    <output className={styles['waiting']} aria-label={label}>
      {[78, 64, 70].map((width) => (
        <span key={width} className={styles['card']}>
          <Skeleton width={`${width}%`} />
          <Skeleton />
          <Skeleton width="40%" />
        </span>
      ))}
    </output>
  )
}
