import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

export const projectRoot = resolve(import.meta.dirname, '../../..')
export const entry = join(projectRoot, 'electron/cli/index.ts')

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'meridian-cli-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** Runs `meridian …` from its sources as a process of its own; `input` is its standard input. */
export function meridian(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [entry, ...args], { env: { ...process.env, ...env } })
  const { promise, resolve: done, reject } = Promise.withResolvers<Outcome>()
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()))
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
  child.once('error', reject)
  child.once('close', (code) => done({ code, stdout, stderr }))
  // A verb that fails early does not read its input.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return promise
}

/** How many sentences a text has: each ends a line. */
export function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}
