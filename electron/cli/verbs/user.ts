import { contract } from '../../../shared/contract/index.ts'
import type { Role } from '../../../shared/contract/roles.ts'
import { hashPassword } from '../../backend/access/passwords.ts'
import { CliProblem } from '../problem.ts'
import { readPassword } from '../read-password.ts'
import { withSharedStore } from '../shared-store.ts'
import { table } from '../table.ts'

interface Place {
  readonly dataDir: string
}

/** `user add NAME --role R`: adds a user, or sets a new password and role, which ends the user's sessions. */
export async function addUser(name: string, { dataDir, role }: Place & { role: Role }): Promise<void> {
  // Asked for only once the name is right.
  refuseBadInput({ name, role, password: 'x'.repeat(12) })
  const password = await readPassword()
  refuseBadInput({ name, role, password })
  const passwordHash = await hashPassword(password)
  const isNew = await withSharedStore(dataDir, ({ access }) => {
    const held = access.user(name)
    access.saveUser({ name, role, passwordHash, createdAt: held?.createdAt ?? Date.now() })
    return held === null
  })
  console.log(
    isNew
      ? `${name} can sign in as ${role}.`
      : `${name} has a new password and is now ${role}; sign in again.`,
  )
}

export async function listUsers({ dataDir, json }: Place & { json: boolean }): Promise<void> {
  const users = await withSharedStore(dataDir, ({ access }) => access.users())
  const shown = users.map(({ name, role, createdAt }) => ({
    name,
    role,
    since: new Date(createdAt).toISOString(),
  }))
  console.log(json ? JSON.stringify(shown, null, 2) : table(shown, 'There is no user yet.'))
}

export async function removeUser(name: string, { dataDir }: Place): Promise<void> {
  await withSharedStore(dataDir, ({ access }) => {
    if (access.user(name) === null)
      throw new CliProblem(`There is no user ${name}: "meridian user list" names them.`)
    access.removeUser(name)
  })
  console.log(`${name} was removed and is signed out everywhere.`)
}

/** The contract's own rules, so that the command line and the pages agree on what a name and a password are. */
function refuseBadInput(input: { name: string; role: Role; password: string }): void {
  const schema = contract.access.addUser['~orpc'].inputSchema
  const issue = schema?.safeParse(input).error?.issues[0]
  if (issue === undefined) return
  if (issue.path[0] === 'password')
    throw new CliProblem('A password has 12 to 200 characters: nothing was changed.')
  throw new CliProblem(
    `"${input.name}" cannot be a user name: use up to 41 lower-case letters, digits, dots, dashes and underscores.`,
  )
}
