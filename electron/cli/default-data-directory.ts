import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/**
 * Where data lies unless `--data-dir` says otherwise: MERIDIAN_DATA, else the place the system keeps for programs'
 * data (XDG Base Directory on Linux, Application Support on macOS, LOCALAPPDATA on Windows: not roamed, it is large).
 */
export function defaultDataDirectory(
  { platform, env, home }: Machine = { platform: process.platform, env: process.env, home: homedir() },
): string {
  const named = env['MERIDIAN_DATA']
  if (named !== undefined && named !== '') return resolve(named)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Meridian', 'data')
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Meridian', 'data')
  const dataHome = env['XDG_DATA_HOME']
  // The specification says to ignore a relative path.
  return join(dataHome?.startsWith('/') === true ? dataHome : join(home, '.local', 'share'), 'meridian')
}
