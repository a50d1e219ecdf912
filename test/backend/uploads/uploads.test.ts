import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createUploads } from '../../../electron/backend/uploads/uploads.ts'
import { temporaryDirectory } from '../store/temporary-store.ts'

const HOUR = 3_600_000

function uploads(now: () => number = () => 0) {
  const directory = join(temporaryDirectory(), 'uploads')
  return { directory, held: createUploads(directory, now) }
}

test('parts make the file, whatever their sizes and however often each is sent', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 500 }),
      fc.array(fc.record({ from: fc.nat(500), length: fc.integer({ min: 1, max: 200 }) }), { maxLength: 8 }),
      async (bytes, repeats) => {
        const { held } = uploads()
        const id = await held.begin('calls.csv', bytes.length)
        let received = 0
        for (const { from, length } of [...repeats, { from: 500, length: 500 }]) {
          const offset = Math.min(from, received)
          received = await held.append(
            id,
            offset,
            bytes.subarray(offset, Math.max(received, offset + length)),
          )
        }
        const [file] = held.whole([id])
        expect(readFileSync(file?.path ?? '')).toEqual(Buffer.from(bytes))
      },
    ),
    { numRuns: 25 },
  )
})

test('parts sent at once are written one after the other', async () => {
  const { held } = uploads()
  const id = await held.begin('calls.csv', 6)
  await Promise.all([held.append(id, 0, Buffer.from('abc')), held.append(id, 3, Buffer.from('def'))])
  expect(readFileSync(held.whole([id])[0]?.path ?? '', 'utf8')).toBe('abcdef')
})

test('a gap, too many bytes and an unfinished file are refused in a sentence', async () => {
  const { held } = uploads()
  const id = await held.begin('calls.csv', 4)
  await expect(held.append(id, 2, Buffer.from('x'))).rejects.toThrow('A part of calls.csv is missing')
  await expect(held.append(id, 0, Buffer.from('12345'))).rejects.toThrow('longer than it was said to be')
  await held.append(id, 0, Buffer.from('123'))
  expect(() => held.whole([id])).toThrow('only 3 of 4 bytes arrived')
  await expect(held.append('no such', 0, Buffer.from('1'))).rejects.toThrow('choose it again')
})

test('a name is only a name', async () => {
  const { held, directory } = uploads()
  const id = await held.begin('..\\..\\etc/calls.csv', 1)
  await held.append(id, 0, Buffer.from('1'))
  expect(held.whole([id])).toEqual([{ id, fileName: 'calls.csv', path: join(directory, id, 'file') }])
})

test('nothing stays of a file that is removed, left alone for an hour, or sent to a hub that stopped', async () => {
  let now = 0
  const { held, directory } = uploads(() => now)
  const removed = await held.begin('a.csv', 1)
  const left = await held.begin('b.csv', 1)
  await held.remove(removed)
  expect(existsSync(join(directory, removed))).toBe(false)
  now = HOUR + 1
  const late = await held.begin('c.csv', 1)
  expect(existsSync(join(directory, left))).toBe(false)
  createUploads(directory, () => now)
  expect(existsSync(join(directory, late))).toBe(false)
})
