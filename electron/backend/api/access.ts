import type { User } from '../../../shared/contract/access.ts'
import { hashPassword } from '../access/passwords.ts'
import type { Revocations } from '../access/revocations.ts'
import { issueWallToken, publicPart } from '../access/wall-tokens.ts'
import type { AccessStore, StoredUser } from '../store/store.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'

interface AccessParts {
  readonly access: AccessStore
  readonly revocations: Revocations
  readonly now: () => number
}

export function implementAccess(
  { access: subject }: Implementation,
  { access, revocations, now }: AccessParts,
): MeridianRouter['access'] {
  /** The hub must keep somebody who can sign in and manage it. */
  function isLastAdmin(name: string): boolean {
    const admins = access.users().filter((user) => user.role === 'admin')
    return admins.length === 1 && admins[0]?.name === name
  }

  return {
    users: subject.users.handler(() => access.users().map(withoutHash)),

    addUser: subject.addUser.handler(async ({ input, errors }) => {
      if (input.role !== 'admin' && isLastAdmin(input.name)) {
        throw errors.REFUSED({ data: { place: 'role', reason: 'The only admin must stay one.' } })
      }
      const held = access.user(input.name)
      const passwordHash = await hashPassword(input.password)
      const user = { name: input.name, role: input.role, passwordHash, createdAt: held?.createdAt ?? now() }
      access.saveUser(user)
      // The store ends the sessions opened under the old password or role; shells drop their connections.
      if (held !== null) revocations.announce({ userName: input.name })
      return withoutHash(user)
    }),

    removeUser: subject.removeUser.handler(({ input, errors }) => {
      if (access.user(input.name) === null) throw errors.NOT_FOUND()
      if (isLastAdmin(input.name)) {
        throw errors.REFUSED({ data: { place: 'name', reason: 'The only admin cannot be removed.' } })
      }
      access.removeUser(input.name)
      revocations.announce({ userName: input.name })
      return {}
    }),

    wallTokens: subject.wallTokens.handler(() => access.wallTokens().map(publicPart)),

    addWallToken: subject.addWallToken.handler(({ input }) => issueWallToken(access, input.label, now())),

    revokeWallToken: subject.revokeWallToken.handler(({ input, errors }) => {
      if (!access.wallTokens().some(({ id }) => id === input.id)) throw errors.NOT_FOUND()
      access.removeWallToken(input.id)
      revocations.announce({ wallTokenId: input.id })
      return {}
    }),
  }
}

function withoutHash({ name, role, createdAt }: StoredUser): User {
  return { name, role, createdAt }
}
