import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFakeHub } from '../fakes/fake-router.ts'
import type { MeridianRouter } from '../../electron/backend/api/router.ts'
import { createImplementation } from '../../electron/backend/api/implementation.ts'
import { callerOf } from './support/hub.ts'
import { type OpenWire, wires } from './support/wires.ts'

const SECRET = 'the password is 12345 in /home/somebody/data.db'

/** A hub whose operations fail inside in every way: a throw, a wrong answer, a stream that breaks. */
function failingRouter(logged: unknown[]): MeridianRouter {
  const implementation = createImplementation((_level, message, fields) => logged.push({ message, fields }))
  const { router } = createFakeHub()
  return {
    ...router,
    app: {
      info: implementation.app.info.handler(() => {
        throw new Error(SECRET)
      }),
    },
    board: {
      rows: implementation.board.rows.handler(() => {
        throw Object.assign(new Error(SECRET), { status: 404, code: 'NOT_FOUND', data: { place: SECRET } })
      }),
      watch: implementation.board.watch.handler(async function* broken() {
        yield { revision: 'a.1', snapshot: true, upserts: [], removals: [] }
        throw new Error(SECRET)
      }),
    },
  }
}

describe.each(wires)('a failure inside, over $name', ({ open }) => {
  const logged: { fields?: { error?: unknown } }[] = []
  let wire: OpenWire
  beforeAll(async () => {
    wire = await open(failingRouter(logged), callerOf('admin'))
  })
  afterAll(() => wire.close())

  async function failure(call: () => Promise<unknown>): Promise<unknown> {
    try {
      return await call()
    } catch (error) {
      return error
    }
  }

  test('reaches the caller without its text and the log with it', async () => {
    const error = await failure(() => wire.client.app.info())
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', data: undefined })
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('12345')
    expect(logged.at(-1)?.fields?.error).toMatchObject({ message: SECRET })
  })

  test('that looks like one of ours is treated the same', async () => {
    const error = await failure(() => wire.client.board.rows())
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
    expect(JSON.stringify(error)).not.toContain('12345')
  })

  test('in the middle of a stream ends the stream without its text, and is logged', async () => {
    const before = logged.length
    const stream = await wire.client.board.watch({})
    await stream.next()
    const error = await failure(() => stream.next())
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('12345')
    expect(logged.length).toBe(before + 1)
  })

  test('leaves the connection working', async () => {
    expect((await wire.client.status.pages()).length).toBeGreaterThan(0)
  })
})
