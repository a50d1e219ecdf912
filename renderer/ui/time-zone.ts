/** Whether the name is a zone this browser knows (IANA, e.g. `Europe/Madrid`). */
export function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
