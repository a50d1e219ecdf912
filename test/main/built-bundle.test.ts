import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { jobsInWorkers } from '../../electron/backend/analysis/worker-jobs.ts'
import type { MeridianClient } from '../../shared/contract/index.ts'
import { answerJob } from '../backend/analysis/made-table.ts'
import { allOf } from '../support/all-of.ts'

const root = resolve(import.meta.dirname, '../..')
const hook = resolve(root, 'test/fakes/electron-hook.mjs')
const builtMain = resolve(root, 'out/main/index.js')
const builtBackend = resolve(root, 'out/main/backend.js')
const builtAnalysis = resolve(root, 'out/main/analysis.js')
const builtPreload = resolve(root, 'out/preload/index.cjs')

let folder: string
let child: ChildProcess | null = null

/** Runs code beside the bundle in plain Node with the fake in Electron's place; gives what it printed. */
function runBeside(code: string): string {
  const program = `
    process.env.MERIDIAN_FAKE_USER_DATA = ${JSON.stringify(folder)}
    const electron = await import('electron')
    await import(${JSON.stringify(builtMain)})
    ${code}`
  const run = spawnSync(process.execPath, ['--import', hook, '--input-type=module', '--eval', program], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect(run.stderr).toBe('')
  return run.stdout.trim()
}

describe('the built bundle under plain Node', () => {
  beforeAll(() => {
    if (existsSync(builtMain) && existsSync(builtBackend)) return
    const build = spawnSync(
      resolve(root, 'node_modules/.bin/electron-vite'),
      ['build', '--logLevel', 'warn'],
      { cwd: root, encoding: 'utf8' },
    )
    // It may warn, of large chunks for instance.
    expect([build.status, build.stderr]).toEqual([0, expect.any(String)])
  })

  afterEach(() => {
    child?.kill('SIGKILL')
    child = null
    rmSync(folder, { recursive: true, force: true })
  })

  test('starts: opens its window and names files that exist', () => {
    folder = mkdtempSync(join(tmpdir(), 'meridian-bundle-'))
    const told = runBeside(`
      electron.app.ready.resolve()
      await new Promise((resolve) => setTimeout(resolve, 500))
      const window = electron.windows[0]
      console.log(JSON.stringify({
        loaded: window.loaded,
        preload: window.options.webPreferences.preload,
        backend: electron.children[0].modulePath,
        pages: electron.protocol.sources.get('meridian').routes[0].source.root,
      }))
      process.exit(0)`)
    const started = JSON.parse(told) as { loaded: string[]; preload: string; backend: string; pages: string }
    expect(started.loaded).toEqual(['meridian://app/index.html'])
    expect(started.preload).toBe(builtPreload)
    expect(started.backend).toBe(builtBackend)
    for (const path of [started.preload, started.backend, join(started.pages, 'index.html')]) {
      expect(existsSync(path) ? 'there' : path).toBe('there')
    }
  })

  test('the worker of searches answers', async () => {
    const results = await allOf(jobsInWorkers(builtAnalysis)(answerJob()))
    expect(results.at(-1)).toMatchObject({
      kind: 'answer',
      answer: { done: true, findings: [{ verdict: 'proven', parts: [{ value: 'A' }, { value: 'B' }] }] },
    })
  })

  test('the preload is one CommonJS file that needs nothing but electron', () => {
    folder = mkdtempSync(join(tmpdir(), 'meridian-bundle-'))
    const required = [...readFileSync(builtPreload, 'utf8').matchAll(/require\(["']([^"']+)["']\)/g)].map(
      (match) => match[1],
    )
    expect(required).toEqual(['electron'])
  })

  test('the backend process answers the contract over a port and closes its data when told', async () => {
    folder = mkdtempSync(join(tmpdir(), 'meridian-bundle-'))
    const options = {
      dataDirectory: join(folder, 'data'),
      resourcesDirectory: join(root, 'resources'),
      version: '0.0.0',
      demo: null,
    }
    // Utility processes speak through process.parentPort; here a worker's channel stands in for it.
    const host = `
      import { EventEmitter } from 'node:events'
      import { MessageChannel } from 'node:worker_threads'
      const parent = new EventEmitter()
      parent.postMessage = (message) => process.send(message)
      process.parentPort = parent
      process.argv[2] = ${JSON.stringify(JSON.stringify(options))}
      process.on('message', (message) => {
        if (message.kind !== 'ask') return parent.emit('message', { data: message, ports: [] })
        const { port1, port2 } = new MessageChannel()
        parent.emit('message', { data: { kind: 'connect' }, ports: [port1] })
        port2.on('message', (frame) => process.send({ kind: 'frame', frame }))
        port2.postMessage(message.frame)
      })
      await import(${JSON.stringify(builtBackend)})`
    const started = spawn(process.execPath, ['--input-type=module', '--eval', host], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    child = started
    const ready = Promise.withResolvers<void>()
    const { port1, port2 } = new MessageChannel()
    started.on('message', (message: { kind: string; frame?: unknown }) => {
      if (message.kind === 'ready') ready.resolve()
      if (message.kind === 'frame') port1.postMessage(message.frame)
    })
    port1.on('message', (frame) => started.send({ kind: 'ask', frame }))
    await ready.promise
    const client: MeridianClient = createORPCClient(new RPCLink({ port: port2 }))
    expect(await client.app.info()).toMatchObject({
      version: '0.0.0',
      demo: null,
      firstRun: true,
      caller: { via: 'window', role: 'admin' },
    })
    const policies = await client.policies.list()
    expect(JSON.stringify(policies)).toContain('wireless-logic-sim-assist')
    const exit = new Promise((done) => started.once('exit', done))
    started.send({ kind: 'stop' })
    expect(await exit).toBe(0)
    port1.close()
  })
})
