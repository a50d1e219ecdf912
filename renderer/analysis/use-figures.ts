import { useMemo } from 'react'
import { useViewerZone } from '../app/viewer-zone.ts'
import { createFigures, type Figures } from './figures.ts'

/** Counts, shares and ratios as the viewer's language writes them. */
export function useFigures(): Figures {
  const { language } = useViewerZone()
  return useMemo(() => createFigures(language), [language])
}
