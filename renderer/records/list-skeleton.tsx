import { useTranslation } from 'react-i18next'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './record-set-list.module.css'

const LINES = [62, 48, 71]

/** The list of record sets while it is on its way. */
export function ListSkeleton() {
  const { t } = useTranslation('records')
  return (
    <output aria-label={t('sets.loading')} className={styles['group']}>
      {LINES.map((width) => (
        <span key={width} className={styles['item']}>
          <Skeleton width={`${width}%`} />
        </span>
      ))}
    </output>
  )
}
