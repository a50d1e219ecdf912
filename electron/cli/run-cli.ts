import { type Command, CommanderError } from 'commander'
import { StoreProblem } from '../backend/store/store-problem.ts'
import { ServeProblem } from '../serve/serve-problem.ts'
import { CliProblem } from './problem.ts'

const USAGE = 2

/**
 * Runs a command line and gives its exit code: 0, 1 with one sentence on standard error, 2 for a wrong use. The
 * commands are made with `createCommands`; a verb that ends with a code of its own hands it to `done`.
 */
export async function runCli(
  argv: readonly string[],
  create: (done: (exitCode: number) => void) => Command,
): Promise<number> {
  let exitCode = 0
  const program = create((code) => {
    exitCode = code
  })
  forEachCommand(program, (command) => {
    command
      .exitOverride()
      .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '')) })
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE
    console.error(sentenceOf(error))
    return 1
  }
}

function forEachCommand(command: Command, visit: (command: Command) => void): void {
  visit(command)
  for (const sub of command.commands) forEachCommand(sub, visit)
}

function sentenceOf(error: unknown): string {
  if (error instanceof CliProblem || error instanceof ServeProblem || error instanceof StoreProblem) {
    return error.message
  }
  // A fault of ours: whoever reports it needs where it happened.
  return `This should not happen: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
