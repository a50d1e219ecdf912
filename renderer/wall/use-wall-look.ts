import { useEffect } from 'react'
import { smallTextRatio } from './letter-size.ts'
import type { WallSetup } from './wall-setup.ts'

/** Gives the document the wall's theme and text sizes; the viewer's own come back when the wall is left. */
export function useWallLook({ theme, arcMinutes }: WallSetup): void {
  useEffect(() => {
    const root = document.documentElement
    const before = root.dataset['theme']
    root.dataset['theme'] = theme
    root.dataset['wall'] = ''
    root.style.setProperty('--wall-small', `${smallTextRatio(arcMinutes)}em`)
    return () => {
      if (before !== undefined) root.dataset['theme'] = before
      delete root.dataset['wall']
      root.style.removeProperty('--wall-small')
    }
  }, [theme, arcMinutes])
}
