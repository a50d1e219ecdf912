import { issueWallToken } from '../../backend/access/wall-tokens.ts'
import { CliProblem } from '../problem.ts'
import { withSharedStore } from '../shared-store.ts'
import { table } from '../table.ts'

interface Place {
  readonly dataDir: string
}

/** `token wall LABEL`: makes a read-only token. Its text is the only line of standard output, for scripts. */
export async function addWallToken(label: string, { dataDir }: Place): Promise<void> {
  if (label.trim() === '' || label.length > 60)
    throw new CliProblem('A label has 1 to 60 characters, e.g. "North wall".')
  const { token } = await withSharedStore(dataDir, ({ access }) => issueWallToken(access, label, Date.now()))
  console.error(`Open ADDRESS/wall?token=TOKEN once on the wall ${label}; the token is not shown again:`)
  console.log(token)
}

export async function listTokens({ dataDir, json }: Place & { json: boolean }): Promise<void> {
  const tokens = await withSharedStore(dataDir, ({ access }) => access.wallTokens())
  const shown = tokens.map(({ id, label, createdAt, lastUsedAt }) => ({
    id,
    label,
    since: new Date(createdAt).toISOString(),
    lastUsed: lastUsedAt === null ? 'never' : new Date(lastUsedAt).toISOString(),
  }))
  console.log(json ? JSON.stringify(shown, null, 2) : table(shown, 'There is no wall token yet.'))
}

export async function revokeToken(id: string, { dataDir }: Place): Promise<void> {
  const label = await withSharedStore(dataDir, ({ access }) => {
    const token = access.wallTokens().find((held) => held.id === id)
    if (token === undefined)
      throw new CliProblem(`There is no token ${id}: "meridian token list" names them.`)
    access.removeWallToken(id)
    return token.label
  })
  console.log(`The token of ${label} is revoked.`)
}
