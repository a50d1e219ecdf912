import { useEffect, useState } from 'react'
import { fittingFontSizePx, letterHeightMm, type WallScreenSetup, wallFontSizePx } from './letter-size.ts'

export interface WallFont {
  readonly fontPx: number
  /** Height of its capitals on the glass, and what the distance asks for. */
  readonly letterMm: number
  readonly wantedMm: number
}

function measure(setup: WallScreenSetup): WallFont {
  // The diagonal is that of the screen, so are its pixels; the window may be smaller.
  const wanted = wallFontSizePx(setup, window.screen.width, window.screen.height)
  const fontPx = fittingFontSizePx(wanted, window.innerWidth, window.innerHeight)
  const wantedMm = letterHeightMm(setup.distanceMetres, setup.arcMinutes)
  return { fontPx, wantedMm, letterMm: (wantedMm * fontPx) / wanted }
}

/** Font size for this setup on this screen; follows the window. */
export function useWallFont(setup: WallScreenSetup): WallFont {
  const [, setSize] = useState('')
  useEffect(() => {
    function resized(): void {
      setSize(`${window.innerWidth} ${window.innerHeight} ${window.screen.width} ${window.screen.height}`)
    }
    window.addEventListener('resize', resized)
    return () => window.removeEventListener('resize', resized)
  }, [])
  return measure(setup)
}
