import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProgramPaths } from '../paths.ts'

const REACH_MS = 3000
/** Some 120 MB: a line that needs longer is better used with a browser meanwhile. */
const FETCH_MS = 180_000
const DEFAULT_PLACE = 'https://github.com/electron/electron/releases/'

interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isRoot: boolean
}

/** Whether a window can be opened: on Linux that needs a display, and Chromium's sandbox refuses to run as root. */
export function canOpenWindow(
  machine: Machine = {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
  },
): boolean {
  if (machine.platform !== 'linux') return true
  return Boolean(machine.env['DISPLAY'] ?? machine.env['WAYLAND_DISPLAY']) && !machine.isRoot
}

/** Path of the Electron program, fetched when it is missing; null where it cannot be had now. */
export async function findElectron({ root }: Pick<ProgramPaths, 'root'>): Promise<string | null> {
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(installer)) return null
  const installed = installedElectron(root)
  if (installed !== null || !(await isReachable())) return installed
  console.log('Fetching the Electron program, once…')
  spawnSync(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: FETCH_MS })
  return installedElectron(root)
}

/** Path of the Electron program as the npm package keeps it; null while it has not been fetched. */
export function installedElectron(root: string): string | null {
  const directory = join(root, 'node_modules', 'electron')
  const named = join(directory, 'path.txt')
  if (!existsSync(named)) return null
  const program = join(
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(directory, 'dist'),
    readFileSync(named, 'utf8'),
  )
  return existsSync(program) ? program : null
}

/** The installer itself retries for minutes without a network. */
async function isReachable(): Promise<boolean> {
  const { ELECTRON_MIRROR, npm_config_electron_mirror: npmMirror, ELECTRON_GET_USE_PROXY } = process.env
  // What lies behind a proxy only the installer knows how to reach.
  if (ELECTRON_GET_USE_PROXY) return true
  try {
    await fetch(ELECTRON_MIRROR ?? npmMirror ?? DEFAULT_PLACE, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(REACH_MS),
    })
    return true
  } catch {
    return false
  }
}
