import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { access, copyFile, mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const SERVER = '/usr/share/request-tracker5/libexec/rt-server'
const LIBRARY = '/usr/share/request-tracker5/lib'
const SETUP = '/usr/sbin/rt-setup-database-5'
const PACKAGES =
  'request-tracker5 rt5-db-sqlite rt5-standalone dbconfig-no-thanks libdbd-sqlite3-perl starlet nullmailer'
const run = promisify(execFile)

/** Who may log in. `console` is what Meridian should be given: it reads, and is no administrator. */
export const RT_USERS = {
  root: 'password',
  console: 'console-password',
  engineer: 'engineer-password',
  /** Not privileged: a customer, requestor of the tickets it creates. */
  customer: 'customer-password',
} as const
type RtUser = keyof typeof RT_USERS

export interface RequestTracker {
  /** Origin of the server; REST 2.0 stands at `/REST/2.0`. Its `_url` fields name another host, which is a trap. */
  readonly address: string
  /** Queues there are: General, Second Line. Custom fields: Customer, Domain, Reported severity, Affected SIMs. */
  /** By default as and for the customer, in General. */
  createTicket(fields: Readonly<Record<string, unknown>>, as?: RtUser): Promise<number>
  reply(ticket: number, text: string, as?: RtUser, contentType?: string): Promise<void>
  comment(ticket: number, text: string, as?: RtUser): Promise<void>
  /** Changes fields, e.g. `{ Status: 'resolved' }`, `{ MergeInto: 3 }`, `{ CustomFields: { Customer: 'x' } }`. */
  update(ticket: number, fields: Readonly<Record<string, unknown>>, as?: RtUser): Promise<void>
  /** Any REST 2.0 call, for what has no helper; gives the decoded answer and throws on a refusal. */
  call(method: string, path: string, body?: unknown, as?: RtUser): Promise<unknown>
  stop(): Promise<void>
}

/** Why it cannot be had, for the reason of a skipped test. */
export interface MissingRequestTracker {
  readonly missing: string
}

export interface RequestTrackerOptions {
  /** 0: a free one. */
  readonly port?: number
}

/**
 * A real Request Tracker 5 on 127.0.0.1 with an empty database of its own. The prepared database is kept in the
 * system's temporary folder, so that only the first start takes seconds.
 */
export async function startRequestTracker(
  options: RequestTrackerOptions = {},
): Promise<RequestTracker | MissingRequestTracker> {
  for (const needed of [SERVER, SETUP]) {
    const isThere = await access(needed).then(
      () => true,
      () => false,
    )
    if (!isThere) return { missing: `Request Tracker 5 is not installed: apt-get install ${PACKAGES}` }
  }
  const prepared = await preparedDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'meridian-rt-'))
  const port = options.port === undefined || options.port === 0 ? await freePort() : options.port
  await copyFile(prepared, join(folder, 'rt.sqlite'))
  const environment = await writeConfiguration(folder)

  const log = await open(join(folder, 'server.log'), 'w')
  // Its own process group: the server forks workers, which must end with it.
  const server = spawn(SERVER, ['--host', '127.0.0.1', '--port', String(port)], {
    env: environment,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  const address = `http://127.0.0.1:${port}`

  async function stop(): Promise<void> {
    await endGroup(server)
    await log.close()
    await rm(folder, { recursive: true, force: true })
  }

  try {
    await untilAnswering(address, server)
  } catch (error) {
    await stop()
    throw error
  }
  return { address, stop, ...ticketHelpers(address) }
}

type TicketHelpers = Omit<RequestTracker, 'address' | 'stop'>

function ticketHelpers(address: string): TicketHelpers {
  async function call(method: string, path: string, body?: unknown, as: RtUser = 'root'): Promise<unknown> {
    const credentials = Buffer.from(`${as}:${RT_USERS[as]}`).toString('base64')
    const answer = await fetch(`${address}/REST/2.0${path}`, {
      method,
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: HTTP ${answer.status} ${text}`)
    return text === '' ? null : JSON.parse(text)
  }

  async function say(kind: string, ticket: number, text: string, as: RtUser, type: string): Promise<void> {
    await call('POST', `/ticket/${ticket}/${kind}`, { Content: text, ContentType: type }, as)
  }

  return {
    call,
    async createTicket(fields, as = 'customer') {
      const requestor = as === 'customer' ? { Requestor: 'customer@desk.test' } : {}
      const answer = await call('POST', '/ticket', { Queue: 'General', ...requestor, ...fields }, as)
      if (answer === null || typeof answer !== 'object' || !('id' in answer)) {
        throw new Error(`no ticket was created: ${JSON.stringify(answer)}`)
      }
      return Number(answer.id)
    },
    reply: (ticket, text, as = 'engineer', type = 'text/plain') => say('correspond', ticket, text, as, type),
    comment: (ticket, text, as = 'engineer') => say('comment', ticket, text, as, 'text/plain'),
    async update(ticket, fields, as = 'root') {
      await call('PUT', `/ticket/${ticket}`, fields, as)
    },
  }
}

/** The database with users, rights, queues and custom fields, made once per version of this file. */
async function preparedDatabase(): Promise<string> {
  const { stdout } = await run('dpkg-query', ['-W', '-f', '${Version}', 'request-tracker5'])
  const cache = join(tmpdir(), 'meridian-rt-prepared')
  const target = join(cache, `${stdout.replace(/[^\w.]+/g, '-')}-${PREPARATION_VERSION}.sqlite`)
  const isThere = await access(target).then(
    () => true,
    () => false,
  )
  if (isThere) return target
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(tmpdir(), 'meridian-rt-prepare-'))
  const environment = await writeConfiguration(folder)
  const setup = ['--action', 'init', '--dba', '', '--dba-password', '', '--skip-create']
  await run(SETUP, setup, { env: environment })
  await writeFile(join(folder, 'prepare.pl'), PREPARATION)
  await run('perl', [`-I${LIBRARY}`, join(folder, 'prepare.pl')], { env: environment })
  // Renamed into place, so that a test run beside this one never sees half a database.
  await copyFile(join(folder, 'rt.sqlite'), `${target}.${process.pid}`)
  await rename(`${target}.${process.pid}`, target)
  await rm(folder, { recursive: true, force: true })
  return target
}

/** Cheap password hashes: every request of REST 2.0 proves its password anew, and tests make thousands. */
async function writeConfiguration(folder: string): Promise<NodeJS.ProcessEnv> {
  const fragments = join(folder, 'RT_SiteConfig.d')
  await mkdir(fragments, { recursive: true })
  const file = join(folder, 'RT_SiteConfig.pm')
  await writeFile(
    file,
    `Set($rtname, 'noc.test'); Set($Organization, 'noc.test');
Set($WebDomain, 'another-host.test'); Set($WebPort, 80); Set($WebPath, '');
Set($DatabaseType, 'SQLite'); Set($DatabaseName, '${folder}/rt.sqlite');
Set($MailCommand, 'testfile'); Set($LogToSyslog, undef); Set($LogToSTDERR, 'warning');
Set($Timezone, 'America/New_York'); Set($WebSessionClass, 'Apache::Session::File');
Set($BcryptCost, 4);
1;
`,
  )
  return { ...process.env, RT_SITE_CONFIG: file, RT_SITE_CONFIG_DIR: fragments }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  server.close()
  await once(server, 'close')
  if (bound === null || typeof bound === 'string') throw new Error('no free port')
  return bound.port
}

async function untilAnswering(address: string, server: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + 60_000
  while (Date.now() < giveUpAt) {
    if (server.exitCode !== null) throw new Error('Request Tracker ended while starting')
    const answer = await fetch(`${address}/REST/2.0/rt`).catch(() => null)
    if (answer?.status === 401) return
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error('Request Tracker did not answer within 60 s')
}

async function endGroup(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null) return
  const ended = once(server, 'exit')
  process.kill(-server.pid, 'SIGTERM')
  const timer = setTimeout(() => process.kill(-(server.pid ?? 0), 'SIGKILL'), 5000)
  await ended
  clearTimeout(timer)
}

/** Part of the name of the prepared database: raise it with every change of what is in it. */
const PREPARATION_VERSION = 2

const PREPARATION = `
use strict; use warnings;
use RT; RT::LoadConfig(); RT::Init();
sub must { my ($ok, $message) = @_; die "$message\\n" unless $ok; return $ok }
my $system = RT->SystemUser;

my $second = RT::Queue->new($system); must($second->Create(Name => 'Second Line'));

my %privileged = (console => 1, engineer => 1, customer => 0);
for my $name (sort keys %privileged) {
  my $user = RT::User->new($system);
  must($user->Create(Name => $name, EmailAddress => "$name\\@desk.test", Password => "$name-password",
    Privileged => $privileged{$name}));
}
sub grant { my ($principal, @rights) = @_; must($principal->GrantRight(Right => $_, Object => RT->System)) for @rights }
my $everyone = RT::Group->new($system); $everyone->LoadSystemInternalGroup('Everyone');
grant($everyone->PrincipalObj, qw(CreateTicket ReplyToTicket SeeQueue));
my $requestors = RT::Group->new($system); $requestors->LoadRoleGroup(Object => RT->System, Name => 'Requestor');
grant($requestors->PrincipalObj, qw(ShowTicket));
my $engineer = RT::User->new($system); $engineer->Load('engineer');
grant($engineer->PrincipalObj, qw(ShowTicket ShowTicketComments CommentOnTicket ModifyTicket OwnTicket TakeTicket
  SeeCustomField ModifyCustomField));
my $console = RT::User->new($system); $console->Load('console');
grant($console->PrincipalObj, qw(ShowTicket ShowTicketComments SeeCustomField));

for my $field (['Customer', 1], ['Domain', 1], ['Reported severity', 1], ['Affected SIMs', 0]) {
  my $custom = RT::CustomField->new($system);
  must($custom->Create(Name => $field->[0], Type => 'Freeform', MaxValues => $field->[1],
    LookupType => 'RT::Queue-RT::Ticket'));
  must($custom->AddToObject(RT::Queue->new($system)));
}
`
