import { useEffect, useState } from 'react'

/** How long after the last movement somebody still counts as standing there. */
const STAYS_MS = 5_000

/** Whether somebody moves a pointer or presses keys: only then a wall shows a pointer and its button. */
export function useAwake(): boolean {
  const [isAwake, setAwake] = useState(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    function wake(): void {
      setAwake(true)
      clearTimeout(timer)
      timer = setTimeout(() => setAwake(false), STAYS_MS)
    }
    wake()
    window.addEventListener('pointermove', wake)
    window.addEventListener('keydown', wake)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', wake)
      window.removeEventListener('keydown', wake)
    }
  }, [])
  return isAwake
}
