import { chromium, type Browser } from 'playwright'
import { findBrowser, HOW_TO_INSTALL } from './find-browser.ts'

/** Chromium as every browser test starts it: no sandbox (containers), no calls of its own to the network. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error(HOW_TO_INSTALL)
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
