import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../../electron/backend/store/open-store.ts'
import type { Store } from '../../../electron/backend/store/store.ts'

const CHILD = fileURLToPath(new URL('./kill-child.ts', import.meta.url))
const REGISTRY = new URL('../../../electron/backend/connectors/registry.ts', import.meta.url).href
/** Longest that a child may take to begin or to finish before the harness gives up. */
const PATIENCE_MS = 60_000

/** What is killed: a backend that syncs one source into a data directory. */
export interface KillPlan {
  readonly dataDirectory: string
  readonly source: {
    readonly kind: string
    readonly config: Readonly<Record<string, unknown>>
    readonly secrets: Readonly<Record<string, string>>
  }
  /** File URL of a module that exports `connectors` as the registry does; by default the registry of this build. */
  readonly connectorsModule?: string
  readonly kills: number
  /** A child is killed at a random moment up to this long after its first run began. */
  readonly longestLifeMs: number
  /** In [0, 1). */
  readonly random: () => number
  /** Before each start, e.g. to change something in the source. */
  readonly beforeStart?: () => Promise<void> | void
  /** After the last kill, before the undisturbed run, e.g. to let the source come to rest. */
  readonly beforeLastRun?: () => Promise<void> | void
  /** Looks at the database as a kill, or the undisturbed run, left it. */
  readonly afterKill: (store: Store) => void
}

export interface KillReport {
  /** Kills while a run was under way. */
  readonly inMidRun: number
  /** Those of them after a page of that run was stored. */
  readonly afterPages: number
}

/** What a run needs to know of the plan. */
type KillSubject = 'dataDirectory' | 'source' | 'connectorsModule' | 'afterKill'

/** The id under which the child stores its source. */
export const KILLED_SOURCE = 'killed'

/** Starts and kills the backend again and again, then lets it finish one run undisturbed. */
export async function killInMidSync(plan: KillPlan): Promise<KillReport> {
  let inMidRun = 0
  let afterPages = 0
  for (let kill = 0; kill < plan.kills; kill += 1) {
    await plan.beforeStart?.()
    const child = startChild(plan, 'until-killed')
    const told = listen(child)
    // Every fifth is killed while it starts: the first of them while the database is made. The others by turns soon
    // after they have stored something, and at any moment of their lives.
    if (kill % 5 === 0) await wait(plan.random() * 500)
    else if (kill % 2 === 1) {
      await until(() => told.text.includes('page'), child)
      await wait((plan.random() * plan.longestLifeMs) / 10)
    } else {
      await until(() => told.text.includes('begun'), child)
      await wait(plan.random() * plan.longestLifeMs)
    }
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    const lastRun = told.text.split('begun\n').slice(1).at(-1)
    if (lastRun !== undefined && !lastRun.includes('ended')) {
      inMidRun += 1
      if (lastRun.includes('page')) afterPages += 1
    }
    inspect(plan)
  }
  await plan.beforeLastRun?.()
  await runOnce(plan)
  return { inMidRun, afterPages }
}

/** One run that nobody disturbs. */
export async function runOnce(plan: Pick<KillPlan, KillSubject>): Promise<void> {
  const child = startChild(plan, 'one-run')
  const told = listen(child)
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The undisturbed run failed: ${told.text}`)
  inspect(plan)
}

function inspect(plan: Pick<KillPlan, KillSubject>): void {
  const store = openStore({ dataDirectory: plan.dataDirectory, now: Date.now })
  try {
    plan.afterKill(store)
  } finally {
    store.close()
  }
}

function startChild(plan: Pick<KillPlan, KillSubject>, life: 'until-killed' | 'one-run'): ChildProcess {
  const order = {
    life,
    dataDirectory: plan.dataDirectory,
    source: plan.source,
    sourceId: KILLED_SOURCE,
    connectorsModule: plan.connectorsModule ?? REGISTRY,
  }
  return spawn(process.execPath, [CHILD, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] })
}

function listen(child: ChildProcess): { text: string } {
  const told = { text: '' }
  child.stdout?.on('data', (part: Buffer) => {
    told.text += part.toString()
  })
  return told
}

async function until(isSo: () => boolean, child: ChildProcess): Promise<void> {
  const givenUpAt = Date.now() + PATIENCE_MS
  while (!isSo()) {
    if (child.exitCode !== null) throw new Error(`The child ended by itself with ${child.exitCode}.`)
    if (Date.now() > givenUpAt) throw new Error('The child did not begin to sync.')
    await wait(2)
  }
}
