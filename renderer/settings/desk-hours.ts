import type { Desk } from '../../shared/contract/settings.ts'

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Day = (typeof DAYS)[number]
type Windows = NonNullable<Desk['hours'][Day]>

const TIME = String.raw`([01]?\d|2[0-3]):([0-5]\d)|24:00`
const WINDOW = new RegExp(String.raw`^(${TIME})\s*[-–]\s*(${TIME})$`)

function padded(time: string): string {
  return time.padStart(5, '0')
}

/**
 * Reads a day's hours as people write them: `08:00-16:00`, several with commas, empty for none. A window that ends
 * before it starts passes midnight. Null where it cannot be read.
 */
export function readWindows(text: string): Windows | null {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const windows: Windows = []
  for (const part of parts) {
    const [from, to] = part.split(/[-–]/).map((time) => time.trim())
    if (!WINDOW.test(part) || from === undefined || to === undefined || padded(from) === padded(to))
      return null
    if (padded(from) === '24:00') return null
    windows.push([padded(from), padded(to)])
  }
  return windows
}

export function writeWindows(windows: Windows | undefined): string {
  return (windows ?? []).map(([from, to]) => `${from}-${to}`).join(', ')
}

/** An id from a name: lower case, digits and dashes, unlike every taken one. */
export function deskId(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 36)
  const base = plain === '' ? 'desk' : plain
  if (!taken.includes(base)) return base
  let number = 2
  while (taken.includes(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}
