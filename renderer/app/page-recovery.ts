/** Faults of one page that followed each other through its reloads. `at` is the last one, UTC ms by the page's clock. */
export interface Faults {
  readonly count: number
  readonly at: number
}

const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 10 * 60_000
/** A page that ran this long after its reload has recovered; its next fault is a new one. */
const RECOVERED_MS = 10 * 60_000
const CODE_RELOAD_MS = 60_000

const FAULTS_KEY = 'meridian.wall-faults'
const CODE_RELOAD_KEY = 'meridian.code-reload'

/** How long the fault stays on screen before the page reloads: half a minute, doubling to ten minutes. */
export function waitBeforeReload(count: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (count - 1))
}

/** The faults including the one that happened now. */
export function addFault(before: Faults | null, now: number): Faults {
  if (before === null) return { count: 1, at: now }
  const isNew = now - before.at > waitBeforeReload(before.count) + RECOVERED_MS
  return { count: isNew ? 1 : before.count + 1, at: now }
}

/** Anything but what `keepFaults` wrote counts as no fault. */
export function parseFaults(text: string | null): Faults | null {
  const [count = 0, at = 0] = (text ?? '').split(' ').map(Number)
  return Number.isSafeInteger(count) && count > 0 && Number.isSafeInteger(at) && at > 0 ? { count, at } : null
}

export function readFaults(storage: Storage): Faults | null {
  return parseFaults(storage.getItem(FAULTS_KEY))
}

export function keepFaults(storage: Storage, { count, at }: Faults): void {
  storage.setItem(FAULTS_KEY, `${count} ${at}`)
}

/** Whether missing code may reload the page now; `lastAt` is when it last did. A clock set back must not forbid it. */
export function mayReloadForCode(lastAt: number | null, now: number): boolean {
  return lastAt === null || Math.abs(now - lastAt) >= CODE_RELOAD_MS
}

/**
 * Reloads the page when a part of its code is gone: the hub was updated under it and serves other files now. At most
 * once a minute, so that a hub with broken files is not asked in a circle, and only while the hub can be reached: a
 * reload without a network would leave the browser's own error page, which never comes back.
 */
export function reloadWhenCodeIsGone(page: Window, isReachable: () => Promise<boolean>): void {
  async function reload(): Promise<void> {
    const stored = page.sessionStorage.getItem(CODE_RELOAD_KEY)
    if (!mayReloadForCode(stored === null ? null : Number(stored), Date.now())) return
    if (!(await isReachable())) return
    page.sessionStorage.setItem(CODE_RELOAD_KEY, String(Date.now()))
    page.location.reload()
  }
  page.addEventListener('vite:preloadError', () => void reload())
}
