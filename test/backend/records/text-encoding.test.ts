import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText, narrowEncodingOf } from '../../../electron/backend/records/text-encoding.ts'
import { wideEncodingOf } from '../../../electron/backend/encoding/wide-encoding.ts'

async function* inPieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

async function whole(text: AsyncIterable<string>): Promise<string> {
  let all = ''
  for await (const piece of text) all += piece
  return all
}

const pieces = fc.integer({ min: 1, max: 7 })
const letters = fc.string({ unit: fc.constantFrom('a', ',', '\n', 'é', 'ß', '€', '漢', '😀'), maxLength: 30 })

test('UTF-8 is UTF-8 wherever a file is cut', async () => {
  await fc.assert(
    fc.asyncProperty(letters, pieces, async (text, size) => {
      expect(await narrowEncodingOf(inPieces(Buffer.from(text), size))).toBe('utf-8')
    }),
  )
})

test('text of Windows is no UTF-8 wherever a file is cut, and comes out as it was', async () => {
  const latin = fc.string({ unit: fc.constantFrom('a', '1', ',', '\n', 'ü'), maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(latin, pieces, async (rest, size) => {
      const text = `é,${rest}`
      const bytes = Buffer.from(text, 'latin1')
      expect(await narrowEncodingOf(inPieces(bytes, size))).toBe('windows-1252')
      const decoded = decodeText(inPieces(bytes, size), 'windows-1252')
      expect(await whole(decoded.text)).toBe(text)
      expect(decoded.replaced()).toBe(0)
    }),
  )
})

test('lines of both are mixed, and each byte that cannot be read is counted', async () => {
  const bytes = Buffer.concat([Buffer.from('é\n'), Buffer.from('a\xe9b\xe8\n', 'latin1')])
  expect(await narrowEncodingOf(inPieces(bytes, 4))).toBe('mixed')
  const decoded = decodeText(inPieces(bytes, 3), 'mixed')
  expect(await whole(decoded.text)).toBe('é\na\uFFFDb\uFFFD\n')
  expect(decoded.replaced()).toBe(2)
})

test('UTF-16 is known by its mark or its zeros', () => {
  expect(wideEncodingOf(Buffer.from('\uFEFFa', 'utf16le'))).toBe('utf-16le')
  expect(wideEncodingOf(Buffer.from('a,b,c', 'utf16le').swap16())).toBe('utf-16be')
  expect(wideEncodingOf(Buffer.from('a,b,c'))).toBeNull()
})
