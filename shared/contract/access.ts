import * as z from 'zod'
import { instant } from '../records/instant.ts'
import { forAdmin } from './base.ts'
import { role } from './roles.ts'

const userName = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,40}$/)
const user = z.object({ name: userName, role, createdAt: instant })
/** NIST SP 800-63B: length is what counts, and at least 12. */
const password = z.string().min(12).max(200)

const wallToken = z.object({
  id: z.string(),
  label: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
})

/** People and walls that may sign in to a hub. */
export const accessContract = {
  users: forAdmin
    .route({ method: 'GET', path: '/users', summary: 'Users of this hub' })
    .output(z.array(user)),
  addUser: forAdmin
    .route({ method: 'POST', path: '/users', summary: 'Add a user, or set a new password and role' })
    .input(z.object({ name: userName, role, password }))
    .output(user),
  removeUser: forAdmin
    .route({ method: 'DELETE', path: '/users/{name}', summary: 'Remove a user and end the sessions' })
    .input(z.object({ name: userName }))
    .output(z.object({})),
  wallTokens: forAdmin
    .route({ method: 'GET', path: '/wall-tokens', summary: 'Tokens of walls' })
    .output(z.array(wallToken)),
  addWallToken: forAdmin
    .route({
      method: 'POST',
      path: '/wall-tokens',
      summary: 'Make a read-only token; its text is shown once',
    })
    .input(z.object({ label: z.string().min(1).max(60) }))
    .output(z.object({ token: z.string(), wallToken })),
  revokeWallToken: forAdmin
    .route({ method: 'DELETE', path: '/wall-tokens/{id}', summary: 'Revoke a token at once' })
    .input(z.object({ id: z.string() }))
    .output(z.object({})),
}
export type User = z.infer<typeof user>
export type WallToken = z.infer<typeof wallToken>
