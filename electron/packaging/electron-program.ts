import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Electron's program as the npm package keeps it: null while it has not been downloaded. */
export function installedElectron(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return null
  const program = join(folder, 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(program) ? program : null
}

/**
 * Downloads the program if it is not there, for at most `patienceMs`. Null where it cannot be had: machines without
 * a way to the release server run Meridian in a browser instead.
 */
export function installElectron(root: string, patienceMs: number): string | null {
  const present = installedElectron(root)
  if (present !== null) return present
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(installer)) return null
  spawnSync(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: patienceMs })
  return installedElectron(root)
}
