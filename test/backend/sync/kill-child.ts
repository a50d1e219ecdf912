/**
 * The backend's sync in a process of its own, for kill-harness.ts. Says "begun" and "ended" for each run, and "page"
 * for each page that changed something.
 */
import * as z from 'zod'
import type { Connector } from '../../../electron/backend/connectors/connector.ts'
import { createHttpClient } from '../../../electron/backend/connectors/http/client.ts'
import { createKeyFileSecretKeeper } from '../../../electron/backend/secret-keeper.ts'
import { openStore } from '../../../electron/backend/store/open-store.ts'
import { createSync } from '../../../electron/backend/sync/create-sync.ts'
import { createTimekeeper } from '../../../electron/backend/time/timekeeper.ts'

const order = z
  .object({
    life: z.enum(['until-killed', 'one-run']),
    dataDirectory: z.string(),
    sourceId: z.string(),
    source: z.object({
      kind: z.string(),
      config: z.record(z.string(), z.unknown()),
      secrets: z.record(z.string(), z.string()),
    }),
    connectorsModule: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''))

const module: { connectors: ReadonlyMap<string, Connector> } = await import(order.connectorsModule)
const store = openStore({ dataDirectory: order.dataDirectory, now: Date.now })
const secretKeeper = createKeyFileSecretKeeper(order.dataDirectory)
const { sourceId } = order

if (store.sources.get(sourceId) === null) {
  const sealed: Record<string, string> = {}
  for (const [name, text] of Object.entries(order.source.secrets))
    sealed[name] = await secretKeeper.seal(text)
  const { kind, config } = order.source
  store.sources.save({
    id: sourceId,
    kind,
    role: 'tickets',
    name: 'Killed in mid-sync',
    enabled: true,
    pollSeconds: 1,
    config,
    sealedSecrets: sealed,
  })
}

const sync = createSync({
  store,
  connectors: module.connectors,
  http: createHttpClient({ userAgent: 'Meridian/test', now: Date.now }),
  secretKeeper,
  timekeeper: createTimekeeper(),
  random: Math.random,
  onTicketsChanged: () => process.stdout.write('page\n'),
  onStatusChanged: () => undefined,
  onSourceChanged: () => undefined,
  log: (_level, message, fields) => console.error(message, fields),
})

for (;;) {
  process.stdout.write('begun\n')
  await sync.syncNow(sourceId)
  process.stdout.write('ended\n')
  const { state, fault } = sync.health(sourceId)
  if (order.life === 'until-killed') continue
  await sync.stop()
  store.close()
  if (state !== 'healthy') console.error(fault)
  process.exit(state === 'healthy' ? 0 : 1)
}
