import { paths } from '../app/paths.ts'

/** Address of one contract, or of a draft that no contract has the id of yet. */
export function workshopPath(address: string): string {
  return `${paths.workshop}/${encodeURIComponent(address)}`
}

/** The contract or draft an address shows; null for the screen's own address and for one that cannot be read. */
export function addressOfWorkshopPath(path: string): string | null {
  const prefix = `${paths.workshop}/`
  if (!path.startsWith(prefix)) return null
  try {
    return decodeURIComponent(path.slice(prefix.length)) || null
  } catch {
    return null
  }
}
