import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { resolve } from 'node:path'

const CLI = resolve(import.meta.dirname, '../../out/main/cli.js')

/** Runs one verb of the built command line; gives its standard output. Throws with what it said where it failed. */
export async function runMeridian(args: readonly string[], input = ''): Promise<string> {
  const child = spawn(process.execPath, [CLI, ...args])
  const ended = Promise.withResolvers<number | null>()
  child.once('close', ended.resolve)
  child.stdin.end(input)
  const [code, said, complaint] = await Promise.all([ended.promise, text(child.stdout), text(child.stderr)])
  if (code !== 0) throw new Error(`meridian ${args.join(' ')} ended with ${code}: ${complaint}`)
  return said
}
