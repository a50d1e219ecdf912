import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { Caller } from '../../../electron/backend/access/caller.ts'
import { type Backend, createBackend } from '../../../electron/backend/backend.ts'
import type { Connector } from '../../../electron/backend/connectors/connector.ts'
import type { HttpClient } from '../../../electron/backend/connectors/http-client.ts'
import type { MeridianClient } from '../../../shared/contract/index.ts'
import type { Role } from '../../../shared/contract/roles.ts'
import { createManualTimekeeper, type ManualTimekeeper } from '../../fakes/manual-timekeeper.ts'
import { createScriptSource, type ScriptSource } from './script-source.ts'

export const START = Date.UTC(2026, 5, 1, 8)

export interface TestHub {
  readonly backend: Backend
  readonly timekeeper: ManualTimekeeper
  readonly script: ScriptSource
  /** Holds the hub's own policy files: `plain.json` and one that cannot be read. */
  readonly policyDirectory: string
  /** What the backend logged, most recent last. */
  readonly logged: { level: string; message: string; fields: unknown }[]
  /** Calls an admin makes without any wire, to lay out a scene. */
  readonly admin: MeridianClient
  close(): Promise<void>
}

export function callerOf(role: Role): Caller {
  return { name: role, role, via: 'session' }
}

const noNetwork: HttpClient = {
  request: () => Promise.reject(new Error('the scripted source needs no network')),
}

/** A whole backend in an empty directory, with one scripted connector and time moved by hand. */
export async function openHub(
  means: { connectors?: readonly Connector[]; http?: HttpClient; resourcesDirectory?: string } = {},
): Promise<TestHub> {
  const directory = mkdtempSync(join(tmpdir(), 'meridian-contract-'))
  const policyDirectory = join(directory, 'data', 'policies')
  mkdirSync(policyDirectory, { recursive: true })
  writeFileSync(join(policyDirectory, 'plain.json'), JSON.stringify(PLAIN_POLICY))
  writeFileSync(join(policyDirectory, 'torn.json'), '{ "format": "meridian-policy/1",\n "id": ')
  const timekeeper = createManualTimekeeper(START)
  const script = createScriptSource()
  const logged: TestHub['logged'] = []
  const backend = await createBackend({
    dataDirectory: join(directory, 'data'),
    resourcesDirectory: means.resourcesDirectory ?? join(directory, 'resources'),
    timekeeper,
    secretKeeper: { seal: async (text) => `sealed:${text}`, open: async (sealed) => sealed.slice(7) },
    connectors: new Map([script.connector, ...(means.connectors ?? [])].map((one) => [one.kind, one])),
    http: means.http ?? noNetwork,
    version: '1.2.3',
    demo: null,
    log: (level, message, fields) => void logged.push({ level, message, fields }),
  })
  return {
    backend,
    timekeeper,
    script,
    policyDirectory,
    logged,
    admin: createRouterClient(backend.router, { context: { caller: callerOf('admin') } }),
    async close() {
      await backend.stop()
      rmSync(directory, { recursive: true })
    },
  }
}

/** Response within 1 h and resolution within 8 h, round the clock, for P1 and P2. */
export const PLAIN_POLICY = {
  format: 'meridian-policy/1',
  id: 'plain',
  name: 'Plain',
  version: 1,
  description: 'A contract for tests: one figure each, round the clock.',
  severities: [
    { code: 'P1', name: 'High', definition: 'Anything urgent.' },
    { code: 'P2', name: 'Low', definition: 'Anything else.' },
  ],
  choices: [],
  calendars: { always: { timeZone: 'UTC', hours: 'always' } },
  workingDays: 'same-wall-time',
  answeredAtLimit: 'met',
  reassessment: 'from-start',
  atRisk: '75 %',
  metrics: [
    {
      metric: 'first-response',
      targets: [{ promise: 'response within 1 h', limit: '1 h', calendar: 'always' }],
    },
    {
      metric: 'resolution',
      targets: [{ promise: 'resolution within 8 h', limit: '8 h', calendar: 'always' }],
    },
  ],
}
