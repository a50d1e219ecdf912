import { describe, expect, test } from 'vitest'
import { LARGEST_FILE_BYTES, readForSending, toBase64 } from '../../../renderer/sources/read-file.ts'

describe('reading a file to send it', () => {
  test('every byte arrives, also beyond one piece', () => {
    const bytes = Uint8Array.from({ length: 100_003 }, (_, index) => index % 256)
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
  })

  test('a file is read with its name', async () => {
    const read = await readForSending(new File(['case;subject\n1;Æ\n'], 'cases.csv'))
    expect(read).toEqual({
      kind: 'read',
      fileName: 'cases.csv',
      base64: Buffer.from('case;subject\n1;Æ\n').toString('base64'),
    })
  })

  test('a file over the limit is not read, an empty one is named', async () => {
    const large = new File([new Uint8Array(LARGEST_FILE_BYTES + 1)], 'large.csv')
    expect(await readForSending(large)).toMatchObject({ kind: 'too-large', bytes: LARGEST_FILE_BYTES + 1 })
    expect(await readForSending(new File([], 'none.csv'))).toMatchObject({ kind: 'empty' })
  })
})
