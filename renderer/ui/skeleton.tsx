import styles from './skeleton.module.css'

/** The shape of text that is still on its way. It stands still: nothing on a board moves without news. */
export function Skeleton({ width = '100%' }: { width?: string | number }) {
  return <span className={styles['skeleton']} style={{ width }} aria-hidden />
}
