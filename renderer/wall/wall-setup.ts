import { isTimeZone } from '../ui/time-zone.ts'
import { LEAST_ARC_MINUTES, PREFERRED_ARC_MINUTES } from './letter-size.ts'
import type { WallScreenSetup } from './letter-size.ts'

/** Everything a wall's address can say. It is kept in the address, so a wall's bookmark is its configuration. */
export interface WallSetup extends WallScreenSetup {
  /** Seconds each page of rows stays. */
  readonly pageSeconds: number
  /** IANA zone of the wall's clock; null: the machine's own. */
  readonly timeZone: string | null
  readonly theme: 'dark' | 'light'
}

export const DEFAULT_SETUP: WallSetup = {
  inches: 55,
  distanceMetres: 3,
  arcMinutes: PREFERRED_ARC_MINUTES,
  pageSeconds: 12,
  timeZone: null,
  theme: 'dark',
}

export const SETUP_LIMITS = {
  inches: { least: 10, most: 200 },
  distanceMetres: { least: 0.5, most: 20 },
  arcMinutes: { least: LEAST_ARC_MINUTES, most: 40 },
  pageSeconds: { least: 5, most: 300 },
} as const

export type LimitedName = keyof typeof SETUP_LIMITS

const LIMITED_NAMES: readonly LimitedName[] = ['inches', 'distanceMetres', 'arcMinutes', 'pageSeconds']

const PARAMETERS: Record<LimitedName, string> = {
  inches: 'inches',
  distanceMetres: 'metres',
  arcMinutes: 'arc',
  pageSeconds: 'seconds',
}

function readLimited(parameters: URLSearchParams, name: LimitedName): number {
  const text = parameters.get(PARAMETERS[name])
  const value = text === null || text.trim() === '' ? NaN : Number(text)
  const { least, most } = SETUP_LIMITS[name]
  return value >= least && value <= most ? value : DEFAULT_SETUP[name]
}

/** Reads a wall's address. What it cannot use it replaces by the default: a wall never stops at its own settings. */
export function readSetup(query: string): WallSetup {
  const parameters = new URLSearchParams(query)
  const zone = parameters.get('zone')
  return {
    inches: readLimited(parameters, 'inches'),
    distanceMetres: readLimited(parameters, 'distanceMetres'),
    arcMinutes: readLimited(parameters, 'arcMinutes'),
    pageSeconds: readLimited(parameters, 'pageSeconds'),
    timeZone: zone !== null && isTimeZone(zone) ? zone : null,
    theme: parameters.get('theme') === 'light' ? 'light' : 'dark',
  }
}

/** The address part that gives this setup back; what equals the default is left out. */
export function writeSetup(setup: WallSetup): string {
  const parameters = new URLSearchParams()
  for (const name of LIMITED_NAMES) {
    if (setup[name] !== DEFAULT_SETUP[name]) parameters.set(PARAMETERS[name], String(setup[name]))
  }
  if (setup.timeZone !== null) parameters.set('zone', setup.timeZone)
  if (setup.theme !== DEFAULT_SETUP.theme) parameters.set('theme', setup.theme)
  return parameters.toString()
}
