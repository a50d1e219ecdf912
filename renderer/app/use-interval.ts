import { useEffect, useEffectEvent } from 'react'

/** Runs `work` every `periodMs` of real time while the component is shown. */
export function useInterval(periodMs: number, work: () => void): void {
  const run = useEffectEvent(work)
  useEffect(() => {
    const timer = setInterval(run, periodMs)
    return () => clearInterval(timer)
  }, [periodMs])
}
