import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { projectRoot, type Outcome } from './meridian.ts'

export interface Serving {
  /** As the start line names it. */
  readonly address: string
  /** Sends the signal and resolves once the process and its output have ended. */
  stop(signal?: NodeJS.Signals): Promise<Outcome>
}

/** Starts a program of `electron/cli` that serves, and resolves when it says where. Rejects when it ends before. */
export async function serving(args: readonly string[], entry = 'index.ts'): Promise<Serving> {
  const child = spawn(process.execPath, [join(projectRoot, 'electron/cli', entry), ...args])
  const said = Promise.withResolvers<string>()
  const ended = Promise.withResolvers<Outcome>()
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data: Buffer) => {
    stdout += data.toString()
    const address = /https?:\/\/\S+\//.exec(stdout)
    if (address !== null) said.resolve(address[0])
  })
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
  child.once('close', (code) => {
    ended.resolve({ code, stdout, stderr })
    said.reject(new Error(`It ended with ${code}: ${stdout}${stderr}`))
  })
  function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Outcome> {
    child.kill(signal)
    return ended.promise
  }
  onTestFinished(() => void stop('SIGKILL'))
  return { address: await said.promise, stop }
}
