import { useLayoutEffect, useState } from 'react'

/** Height and width in CSS pixels of the element `attach` is given to; 0 before it is drawn. */
export function useBox(): { attach: (element: HTMLElement | null) => void; height: number; width: number } {
  const [element, attach] = useState<HTMLElement | null>(null)
  const [box, setBox] = useState({ height: 0, width: 0 })
  useLayoutEffect(() => {
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return
      const { height, width } = entry.contentRect
      setBox({ height, width })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return { attach, ...box }
}
