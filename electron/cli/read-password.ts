import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { Writable } from 'node:stream'
import { CliProblem } from './problem.ts'

/** The first line of standard input where it is not a terminal; else asked twice without showing what is typed. */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).split(/\r?\n/)[0] ?? ''
  const password = await askHidden('Password: ')
  if ((await askHidden('Again: ')) !== password)
    throw new CliProblem('The two passwords differ: nothing was changed.')
  return password
}

function askHidden(question: string): Promise<string> {
  process.stderr.write(question)
  // Readline echoes to its output: a stream that keeps nothing shows nothing.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  reader.once('SIGINT', () => reject(new CliProblem('Cancelled: nothing was changed.')))
  reader.question('', resolve)
  return promise.finally(() => {
    reader.close()
    process.stderr.write('\n')
  })
}
