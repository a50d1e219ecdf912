import type { InferClientOutputs } from '@orpc/client'
import type { MeridianClient } from '../../shared/contract/index.ts'
import type { Connection } from './connection.ts'
import type { PageTime } from './timekeeper.ts'

export type AppInfo = InferClientOutputs<MeridianClient>['app']['info']

/** What the backend says of itself and of us; null until the first answer. */
export interface AppInfoStore {
  readonly getInfo: () => AppInfo | null
  readonly subscribe: (listener: () => void) => () => void
  /** Asks again now, e.g. after the first source was added. */
  readonly refresh: () => Promise<void>
}

/** Asks the backend who and when it is on every new link, and keeps the page's time by the answer. */
export function createAppInfo(connection: Connection, time: PageTime): AppInfoStore {
  const listeners = new Set<() => void>()
  let info: AppInfo | null = null

  async function refresh(): Promise<void> {
    const asked = performance.now()
    const answer = await connection.client.app.info()
    const rate = answer.demo?.rate ?? 1
    // Half the round trip has passed since the backend looked at its clock.
    time.correct(Math.round(answer.now + ((performance.now() - asked) / 2) * rate), rate)
    if (info !== null && isSameBesideTime(info, answer)) return
    info = answer
    for (const listener of listeners) listener()
  }

  connection.subscribe(() => {
    // A failure here is a lost link: the connection says so and this runs again on the next one.
    if (connection.getState().kind === 'connected') refresh().catch(connection.drop)
  })

  return {
    getInfo: () => info,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh,
  }
}

function isSameBesideTime(left: AppInfo, right: AppInfo): boolean {
  return JSON.stringify({ ...left, now: 0 }) === JSON.stringify({ ...right, now: 0 })
}
