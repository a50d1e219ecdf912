import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { chromium } from 'playwright'

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A Chromium to test in: the one named by MERIDIAN_BROWSER, Playwright's own, or the system's; null without one. */
export function findBrowser(): string | null {
  const named = process.env['MERIDIAN_BROWSER']
  if (named !== undefined && isProgram(named)) return named
  return [chromium.executablePath(), ...KNOWN_PLACES].find(isProgram) ?? null
}

/** Tries what this machine allows: Playwright's download, then Debian's package where we are root. */
export function installBrowser(): string | null {
  const quiet = { stdio: 'ignore' as const, timeout: 180_000 }
  spawnSync('playwright', ['install', 'chromium'], quiet)
  const downloaded = findBrowser()
  if (downloaded !== null) return downloaded
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  spawnSync('apt-get', ['update', '-q'], quiet)
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet)
  return findBrowser()
}

export const HOW_TO_INSTALL =
  'The browser tests need Chromium. Install it with "sudo apt-get install chromium" (Debian, Ubuntu) or ' +
  '"npx playwright install chromium", or name one in MERIDIAN_BROWSER.'
