import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** `meridian serve` as built and shipped, over a data folder of its own. */
export interface BuiltHub {
  /** As the start line names it, e.g. `http://127.0.0.1:40123/`. */
  readonly address: string
  readonly dataDirectory: string
  /** Ends it as a power cut would, or politely. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
  /** Serves the same data again, on the same port. */
  restart(): Promise<void>
  /** Ends it and removes its data. */
  remove(): Promise<void>
}

interface Running {
  readonly address: string
  end(signal: NodeJS.Signals): Promise<void>
}

async function run(dataDirectory: string, port: number, options: readonly string[]): Promise<Running> {
  const args = ['serve', '--data-dir', dataDirectory, '--port', String(port), ...options]
  const child = spawn(process.execPath, [join(root, 'out/main/cli.js'), ...args])
  const said = Promise.withResolvers<string>()
  const ended = Promise.withResolvers<void>()
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString()
      const address = /http:\/\/\S+\//.exec(output)?.[0]
      if (address !== undefined) said.resolve(address)
    })
  }
  child.once('close', (code) => {
    ended.resolve()
    said.reject(new Error(`meridian serve ended with ${code}: ${output}`))
  })
  function end(signal: NodeJS.Signals): Promise<void> {
    child.kill(signal)
    return ended.promise
  }
  return { address: await said.promise, end }
}

export interface BuiltHubOptions {
  /** Further arguments of `meridian serve`. */
  readonly arguments?: readonly string[]
  /** Done to the data folder before it is served, e.g. adding users. */
  readonly prepare?: (dataDirectory: string) => Promise<void>
}

export async function startBuiltHub(options: BuiltHubOptions = {}): Promise<BuiltHub> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'meridian-hub-'))
  const further = options.arguments ?? []
  await options.prepare?.(dataDirectory)
  let running = await run(dataDirectory, 0, further)
  const { address } = running
  return {
    address,
    dataDirectory,
    end: (signal) => running.end(signal),
    async restart() {
      running = await run(dataDirectory, Number(new URL(address).port), further)
    },
    async remove() {
      await running.end('SIGKILL')
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}
