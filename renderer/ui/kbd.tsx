import styles from './kbd.module.css'

/** Keys to press, in order: `keys="g b"` draws two caps. */
export function Kbd({ keys }: { keys: string }) {
  const caps = keys.split(' ')
  return (
    <span className={styles['keys']}>
      {caps.map((cap, position) => (
        // oxlint-disable-next-line react/no-array-index-key -- a sequence may name a key twice, and never changes
        <kbd key={position} className={styles['kbd']}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
