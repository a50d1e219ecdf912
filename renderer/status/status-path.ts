import { paths } from '../app/paths.ts'

/** Address of one provider's page on the status screen. */
export function statusPath(sourceId: string): string {
  return `${paths.status}/${encodeURIComponent(sourceId)}`
}

/** The provider an address shows; null for the screen's own address and for one that cannot be read. */
export function sourceIdOfStatusPath(path: string): string | null {
  const prefix = `${paths.status}/`
  if (!path.startsWith(prefix)) return null
  try {
    return decodeURIComponent(path.slice(prefix.length)) || null
  } catch {
    return null
  }
}
