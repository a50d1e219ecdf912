import { createInterface } from 'node:readline'
import { Command, Option } from 'commander'
import { role, type Role } from '../../shared/contract/roles.ts'
import { defaultDataDirectory } from './default-data-directory.ts'
import {
  commaList,
  keyFingerprint,
  orderNumber,
  positiveNumber,
  portNumber,
  wholeNumber,
} from './option-values.ts'
import { findProgram } from './paths.ts'
import type { AnalyseOptions } from './verbs/analyse.ts'
import type { AttainmentOptions } from './verbs/sla-attainment.ts'
import type { ExplainOptions } from './verbs/sla-explain.ts'
import type { VerifyOptions } from './verbs/sla-verify.ts'

interface Place {
  readonly dataDir: string
}

/**
 * The whole command line on one screen. What a verb does lies in `verbs/` and is loaded only when it is asked for,
 * so that `--help` and small verbs answer at once. `done` receives the exit code of a verb that has one.
 */
export function createCommands(done: (exitCode: number) => void): Command {
  const program = new Command('meridian')
    .description('Operations console for telecom and IoT network operations centres.')
    .version(findProgram().version)
    .addHelpText('after', example('meridian serve --demo'))

  addServeOptions(program.command('serve'))
    .description('serve the board to browsers')
    .addHelpText('after', example('meridian serve --host 0.0.0.0 --tls-cert hub.pem --tls-key hub.key'))
    .action(async (options) => (await import('./verbs/serve.ts')).runServe(options))

  addUserCommands(program.command('user').description('who may sign in'))
  addTokenCommands(program.command('token').description('read-only access of wall displays'))

  const tickets = program.command('tickets').description('tickets from files')
  withPlace(tickets.command('import'))
    .description('import a CSV, JSON or NDJSON file of tickets once')
    .argument('<file>')
    .option('--source <name>', 'name of the source the tickets belong to (default: the file name)')
    .option('--mapping <file>', 'JSON file that says which column is what, as the import screen saves it')
    .option('--json', 'print the outcome as JSON', false)
    .addHelpText('after', example('meridian tickets import cases.csv --source "Old help desk"'))
    .action(async (file: string, options: Place & { source?: string; mapping?: string; json: boolean }) =>
      done(await (await import('./verbs/tickets-import.ts')).runTicketsImport(file, options)),
    )

  const feed = program.command('feed').description('provider status pages from files')
  feed
    .command('parse')
    .description('print what a status page or feed says')
    .argument('<file>')
    .option('--json', 'print everything as JSON', false)
    .addHelpText('after', example('meridian feed parse summary.json --json'))
    .action(async (file: string, options: { json: boolean }) =>
      done(await (await import('./verbs/feed-parse.ts')).runFeedParse(file, options)),
    )

  program
    .command('analyse')
    .description('say what the failing records of a file share and the working ones do not')
    .argument('<file...>')
    .option('--failed <condition>', 'which records fail, e.g. "sip_code >= 400" (see docs/analysis.md)')
    .option('--working <condition>', 'which records work (default: all that do not fail)')
    .option('--where <condition>', 'look only at records that meet it')
    .option('--weight <column>', 'how many records a row stands for')
    .option('--failed-count <column>', 'rows that count: how many of them fail')
    .option('--total-count <column>', 'rows that count: how many there are in all')
    .option('--ignore <columns>', 'columns not to look at, separated by commas', commaList)
    .option('--keep <columns>', 'columns to search although they look like symptoms', commaList)
    .option('--max-order <number>', 'most attributes in one description', orderNumber)
    .option('--all-records', 'the file holds all records, not a picked sample: risks mean something', false)
    .option('--zone <zone>', 'IANA time zone of times without one', 'UTC')
    .option('--each', 'every file is an analysis of its own', false)
    .option('--json', 'print as JSON; with --each one line per file', false)
    .addHelpText('after', example("meridian analyse calls.csv --failed 'sip_code >= 400'"))
    .action(async (files: string[], options: AnalyseOptions) =>
      done(await (await import('./verbs/analyse.ts')).runAnalyse(files, options)),
    )

  const sla = program
    .command('sla')
    .description('clocks: business time, attainment, explanations and evidence')
  sla
    .command('calc')
    .description('answer questions about business time, one JSON object per line of standard input')
    .addHelpText(
      'after',
      example(
        `meridian sla calc <<< '{"id":1,"op":"add","from":"2026-01-05T15:00:00Z","durationSeconds":7200,` +
          `"calendar":{"timeZone":"Europe/Madrid","hours":{"mon":[["09:00","17:00"]]}}}'`,
      ),
    )
    .action(async () => {
      const { runSlaCalc } = await import('./verbs/sla-calc.ts')
      done(await runSlaCalc(createInterface({ input: process.stdin }), console.log))
    })

  withPlace(sla.command('explain'))
    .description('say of a case why each of its clocks stands where it stands')
    .argument('<case>', 'case number, or ticket id where two help desks use the same number')
    .option('--clock <id>', 'only this clock, e.g. resolution or next-reply/2')
    .option('--zone <zone>', 'IANA time zone of the times (default: that of this computer)')
    .addOption(new Option('--language <language>', 'of the sentences').choices(['en', 'es']).default('en'))
    .option('--json', 'print as JSON', false)
    .option('--csv <file>', 'write every ledger entry as a table instead')
    .option('--evidence <file>', 'write a signed document that proves itself instead')
    .addHelpText('after', example('meridian sla explain 4711 --zone Asia/Kolkata'))
    .action(async (caseName: string, options: ExplainOptions) =>
      (await import('./verbs/sla-explain.ts')).runSlaExplain(caseName, options),
    )
  sla
    .command('verify')
    .description('check a document of evidence: form, hash, signature, and its clocks derived again')
    .argument('<file>')
    .option('--key <fingerprint>', 'demand that this key signed it', keyFingerprint)
    .option('--accept-unsigned', 'take a document that its hub could not sign', false)
    .addHelpText('after', example('meridian sla verify clocks-4711.json'))
    .action(async (file: string, options: VerifyOptions) =>
      done(await (await import('./verbs/sla-verify.ts')).runSlaVerify(file, options)),
    )

  withPlace(sla.command('attainment'))
    .description('count the promises kept and broken per contract, severity, customer and month, as CSV')
    .option('--from <month>', 'first month, e.g. 2026-01 (default: two months before the last)')
    .option('--to <month>', 'last month (default: the present one)')
    .option('--zone <zone>', 'IANA time zone in which months begin (default: that of this computer)')
    .option('--policy <id>', 'only this contract')
    .option('--customer <name>', 'only this customer')
    .option('--json', 'print as JSON', false)
    .addHelpText('after', example('meridian sla attainment --from 2026-01 --to 2026-03 --zone Europe/Madrid'))
    .action(async (options: AttainmentOptions) =>
      (await import('./verbs/sla-attainment.ts')).runSlaAttainment(options),
    )

  withPlace(program.command('backup'))
    .description('copy the database to a file, also while a server runs')
    .argument('<file>')
    .addHelpText('after', example('meridian backup /var/backups/meridian-monday.db'))
    .action(async (file: string, options: Place) =>
      (await import('./verbs/backup.ts')).runBackup(file, options),
    )

  withPlace(program.command('check'))
    .description('look for damage in the database, the sources and the policies')
    .option('--restore <file>', 'put this backup in place of the database, which is kept beside it')
    .addHelpText('after', example('meridian check'))
    .action(async (options: Place & { restore?: string }) =>
      done(await (await import('./verbs/check.ts')).runCheck(options)),
    )

  return program
}

/** The options that `meridian serve` and `npm start` share. */
export function addServeOptions(command: Command): Command {
  return withPlace(command)
    .option('--host <address>', 'name or address to listen on; any but loopback demands sign-in', '127.0.0.1')
    .option('--port <number>', 'port to listen on, 0 for a free one', portNumber, 8642)
    .option('--tls-cert <file>', 'certificate chain (PEM)')
    .option('--tls-key <file>', "the certificate's key (PEM)")
    .option('--allow-host <name...>', 'further names this server is reached by')
    .option('--require-sign-in', 'demand sign-in on loopback too', false)
    .option('--demo', 'show a made-up world instead of real sources', false)
    .option('--demo-seed <number>', 'which made-up world', wholeNumber, 1)
    .option('--demo-rate <factor>', 'how many of its seconds pass in one of ours', positiveNumber, 10)
}

function addUserCommands(user: Command): void {
  withPlace(user.command('add'))
    .description(
      'add a user, or set a new password and role; the password is asked for or read from standard input',
    )
    .argument('<name>')
    .addOption(
      new Option('--role <role>', 'what the user may do').choices(role.options).makeOptionMandatory(),
    )
    .addHelpText('after', example('meridian user add lena --role operator'))
    .action(async (name: string, options: Place & { role: Role }) =>
      (await import('./verbs/user.ts')).addUser(name, options),
    )
  withPlace(user.command('list'))
    .description('list the users')
    .option('--json', 'print as JSON', false)
    .addHelpText('after', example('meridian user list'))
    .action(async (options: Place & { json: boolean }) =>
      (await import('./verbs/user.ts')).listUsers(options),
    )
  withPlace(user.command('remove'))
    .description('remove a user and end the sessions')
    .argument('<name>')
    .addHelpText('after', example('meridian user remove lena'))
    .action(async (name: string, options: Place) =>
      (await import('./verbs/user.ts')).removeUser(name, options),
    )
}

function addTokenCommands(token: Command): void {
  withPlace(token.command('wall'))
    .description('make a read-only token for a wall display')
    .argument('<label>')
    .addHelpText('after', example('meridian token wall "North wall"'))
    .action(async (label: string, options: Place) =>
      (await import('./verbs/token.ts')).addWallToken(label, options),
    )
  withPlace(token.command('list'))
    .description('list the tokens')
    .option('--json', 'print as JSON', false)
    .addHelpText('after', example('meridian token list'))
    .action(async (options: Place & { json: boolean }) =>
      (await import('./verbs/token.ts')).listTokens(options),
    )
  withPlace(token.command('revoke'))
    .description('revoke a token: its wall goes dark at once')
    .argument('<id>')
    .addHelpText('after', example('meridian token revoke 0b5c5c0e-3f6f-4f0e-9a8e-8f2d5a1c7e11'))
    .action(async (id: string, options: Place) => (await import('./verbs/token.ts')).revokeToken(id, options))
}

function withPlace(command: Command): Command {
  return command.option('--data-dir <directory>', 'where the data lies', defaultDataDirectory())
}

function example(line: string): string {
  return `\nExample:\n  ${line}`
}
