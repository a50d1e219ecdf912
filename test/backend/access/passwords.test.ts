import { describe, expect, test } from 'vitest'
import { hashPassword, verifyPassword } from '../../../electron/backend/access/passwords.ts'

describe('passwords', () => {
  test('are hashed with scrypt, its figures and a salt of their own', async () => {
    const first = await hashPassword('correct horse battery')
    const second = await hashPassword('correct horse battery')
    expect(first).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
    expect(first).not.toBe(second)
    expect(await verifyPassword('correct horse battery', first)).toBe(true)
    expect(await verifyPassword('correct horse batterY', first)).toBe(false)
  })

  test('are the same however the keyboard composed an accent', async () => {
    expect(await verifyPassword('contrasen\u0303a larga', await hashPassword('contrase\u00f1a larga'))).toBe(
      true,
    )
  })

  test('hashed with smaller figures are verified with those', async () => {
    // scrypt of "password" with salt "NaCl", N 1024, r 8, p 16: RFC 7914, section 12.
    const key = Buffer.from(
      'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
      'hex',
    ).toString('base64url')
    const salt = Buffer.from('NaCl').toString('base64url')
    expect(await verifyPassword('password', `scrypt$1024$8$16$${salt}$${key}`)).toBe(true)
  })

  test('of nobody are never right', async () => {
    expect(await verifyPassword('anything at all', null)).toBe(false)
  })

  test.each(['', 'plain text', 'bcrypt$1$2$3$4$5', 'scrypt$131072$8$1$salt'])(
    'throw on a stored hash that is not ours: "%s"',
    async (hash) => {
      await expect(verifyPassword('anything at all', hash)).rejects.toThrow('Unreadable password hash.')
    },
  )
})
