import { type RefObject, useEffect, useState } from 'react'

/** Width of an element in CSS pixels, followed as it changes; 0 before the first measurement. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const observed = element.current
    if (observed === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width))
    })
    observer.observe(observed)
    return () => observer.disconnect()
  }, [element])
  return width
}
