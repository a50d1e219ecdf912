import { useMemo } from 'react'
import type { ViewerZone } from '../ui/format-instant.ts'
import { usePreferences } from './preferences.ts'

/** The viewer's own zone and language: every instant on screen is written in it. */
export function useViewerZone(): ViewerZone {
  const { language } = usePreferences()
  return useMemo(
    () => ({
      // British English writes the day before the month, as every desk but one does, and so does Spanish.
      language: language === 'en' ? 'en-GB' : language,
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    }),
    [language],
  )
}
