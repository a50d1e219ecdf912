import { useState } from 'react'
import { useInterval } from '../app/use-interval.ts'
import { pixelShift } from './pixel-shift.ts'

const LOOK_EVERY_MS = 20_000

/** Where the picture stands now. It goes by the machine's own clock: glass wears in real time, also in demo mode. */
export function usePixelShift(): { x: number; y: number } {
  const [shift, setShift] = useState(() => pixelShift(Date.now()))
  useInterval(LOOK_EVERY_MS, () => setShift(pixelShift(Date.now())))
  return shift
}
