import styles from './kbd.module.css'

/** Keys to press, in order: `keys="g b"` draws two caps. */
export function Kbd({ keys }: { keys: string }) {
  const caps = keys.split(' ')
  return (
    <span className={styles['keys']}>
      {caps.map((cap) => (
        <kbd key={cap} className={styles['kbd']}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
