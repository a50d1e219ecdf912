import { useSyncExternalStore } from 'react'
import { useHub } from './client.tsx'

/** The backend's time, once per second. Prefer `useTicking`: it renders only when what is shown changes. */
export function useNow(): number {
  const { time } = useHub()
  return useSyncExternalStore(time.subscribe, time.beat)
}

/** Something computed from the backend's time each second; renders again only when the result differs. */
export function useTicking<T extends string | number | boolean | null>(compute: (now: number) => T): T {
  const { time } = useHub()
  return useSyncExternalStore(time.subscribe, () => compute(time.beat()))
}
