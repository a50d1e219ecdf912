import { ORPCError } from '@orpc/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { role, roleAllows } from '../../shared/contract/roles.ts'
import { callerOf, openHub, type TestHub } from './support/hub.ts'
import { allOperations, callUnchecked } from './support/operations.ts'
import { wires, type OpenWire } from './support/wires.ts'

// Enough for HTTP to form every address; none of it exists.
const INPUT = {
  ticketId: 'nobody:1',
  clockId: 'none',
  sourceId: 'nobody',
  id: 'nobody',
  name: 'nobody',
  words: 'x',
}

let hub: TestHub
beforeAll(async () => {
  hub = await openHub()
})
afterAll(() => hub.close())

/** The error's code, or "answered". Streams are ended at once. */
async function outcome(wire: OpenWire, path: readonly string[]): Promise<string> {
  try {
    const answer = await callUnchecked(wire.client, path, INPUT)
    if (
      typeof answer === 'object' &&
      answer !== null &&
      'return' in answer &&
      typeof answer.return === 'function'
    ) {
      await Reflect.apply(answer.return, answer, [])
    }
    return 'answered'
  } catch (error) {
    return error instanceof ORPCError ? error.code : `unknown: ${String(error)}`
  }
}

describe.each(wires)('over $name', ({ open }) => {
  describe.each(role.options)('a caller who is %s', (held) => {
    let wire: OpenWire
    beforeAll(async () => {
      wire = await open(hub.backend.router, callerOf(held))
    })
    afterAll(() => wire.close())

    const operations = allOperations().map((operation) => ({ ...operation, name: operation.path.join('.') }))

    test.each(operations.filter((operation) => !roleAllows(held, operation.role)))(
      'is refused $name, which asks for $role',
      async ({ path }) => {
        expect(await outcome(wire, path)).toBe('FORBIDDEN')
      },
    )

    test.each(operations.filter((operation) => roleAllows(held, operation.role)))(
      'may call $name',
      async ({ path }) => {
        expect(['answered', 'NOT_FOUND', 'BAD_REQUEST', 'REFUSED']).toContain(await outcome(wire, path))
      },
    )
  })
})
