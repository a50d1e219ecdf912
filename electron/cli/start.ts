/**
 * `npm start`: the desktop program where Electron can run, else `meridian serve`. Takes the options of `serve`;
 * naming an address or a port means serving.
 */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { addServeOptions } from './commands.ts'
import { findProgram } from './paths.ts'
import { runCli } from './run-cli.ts'
import { buildWhenStale } from './start/build.ts'
import { canOpenWindow, findElectron } from './start/electron-program.ts'

interface StartOptions {
  readonly dataDir: string
  readonly headless: boolean
  readonly demo: boolean
  readonly demoSeed: number
  readonly demoRate: number
}

/** A window that closes this soon with a failure never opened: libraries or rights are missing. */
const FAILED_START_MS = 5000

async function start(command: Command, argv: readonly string[]): Promise<number> {
  const options = command.opts<StartOptions>()
  const program = findProgram()
  buildWhenStale(program)
  const electron = wantsServer(command, options) ? null : await findElectron(program)
  if (electron !== null) {
    const startedAt = Date.now()
    const exitCode = await run(electron, [program.root, ...desktopArguments(options)])
    if (exitCode === 0 || Date.now() - startedAt > FAILED_START_MS) return exitCode
    console.error('Electron cannot open a window here; Meridian is served to the browser instead.')
  }
  return run(process.execPath, [
    program.builtCli,
    'serve',
    ...argv.filter((argument) => argument !== '--headless'),
  ])
}

function wantsServer(command: Command, { headless }: StartOptions): boolean {
  const isGiven = (name: string): boolean => command.getOptionValueSource(name) === 'cli'
  const forServer = ['host', 'port', 'tlsCert', 'tlsKey', 'allowHost', 'requireSignIn']
  return headless || forServer.some(isGiven) || !canOpenWindow()
}

function desktopArguments({ dataDir, demo, demoSeed, demoRate }: StartOptions): string[] {
  const place = ['--data-dir', resolve(dataDir)]
  return demo ? [...place, '--demo', '--demo-seed', String(demoSeed), '--demo-rate', String(demoRate)] : place
}

/** Runs a program in our place: its output is ours, our signals are its own. Resolves with its exit code. */
function run(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { stdio: 'inherit' })
  const { promise, resolve: done } = Promise.withResolvers<number>()
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal)
  process.on('SIGINT', forward).on('SIGTERM', forward)
  child.once('error', () => done(1))
  child.once('exit', (code) => done(code ?? 1))
  return promise.finally(() => process.off('SIGINT', forward).off('SIGTERM', forward))
}

function createStartCommand(argv: readonly string[], done: (exitCode: number) => void): Command {
  const command = addServeOptions(new Command('npm start --'))
    .description('open Meridian as a desktop program, or serve it to browsers where there is no window')
    .option('--headless', 'serve, never open a window', false)
    .addHelpText('after', '\nExample:\n  npm start -- --demo')
  return command.action(async () => done(await start(command, argv)))
}

const argv = process.argv.slice(2)
process.exitCode = await runCli(argv, (done) => createStartCommand(argv, done))
