import { isContractProcedure } from '@orpc/contract'
import { contract, type MeridianClient } from '../../../shared/contract/index.ts'
import { role, type Role } from '../../../shared/contract/roles.ts'

/** One operation of the contract: where it stands and the least role it names. */
export interface Operation {
  readonly path: readonly string[]
  readonly role: Role
}

/** Every operation, read from the contract itself, so that a new one is covered the day it is added. */
export function allOperations(): Operation[] {
  return Object.entries(contract).flatMap(([subject, operations]) =>
    Object.entries(operations).map(([name, procedure]) => {
      if (!isContractProcedure(procedure)) throw new Error(`${subject}.${name} is not an operation`)
      return { path: [subject, name], role: role.parse(Reflect.get(procedure['~orpc'].meta, 'role')) }
    }),
  )
}

/** Calls an operation by its path, with an input no type has checked. */
export async function callUnchecked(
  client: MeridianClient,
  path: readonly string[],
  input: unknown,
): Promise<unknown> {
  let found: unknown = client
  for (const step of path) found = Reflect.get(Object(found), step)
  if (typeof found !== 'function') throw new Error(`the client has no ${path.join('.')}`)
  return Reflect.apply(found, undefined, [input])
}
