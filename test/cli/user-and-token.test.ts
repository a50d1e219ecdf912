import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyPassword } from '../../electron/backend/access/passwords.ts'
import { wallTokenCaller } from '../../electron/backend/access/wall-tokens.ts'
import { openStore } from '../../electron/backend/store/open-store.ts'
import { meridian, temporaryDirectory } from './support/meridian.ts'

const password = 'correct horse battery'

test('a user is added, listed, changed and removed', async () => {
  const data = temporaryDirectory()
  const place = ['--data-dir', data]
  const added = await meridian(['user', 'add', 'lena', '--role', 'operator', ...place], `${password}\n`)
  expect(added).toEqual({ code: 0, stdout: 'lena can sign in as operator.\n', stderr: '' })

  const store = openStore({ dataDirectory: data, now: Date.now })
  expect(await verifyPassword(password, store.access.user('lena')?.passwordHash ?? null)).toBe(true)
  store.close()

  const listed = await meridian(['user', 'list', '--json', ...place])
  expect(JSON.parse(listed.stdout)).toMatchObject([{ name: 'lena', role: 'operator' }])
  expect(listed.stdout).not.toContain('scrypt')

  await meridian(['user', 'add', 'lena', '--role', 'admin', ...place], 'another long password')
  expect((await meridian(['user', 'list', ...place])).stdout).toMatch(/^NAME  ROLE   SINCE\nlena  admin  20/)
  expect((await meridian(['user', 'remove', 'lena', ...place])).code).toBe(0)
  expect((await meridian(['user', 'list', ...place])).stdout).toBe('There is no user yet.\n')
})

test('bad names and passwords are refused in one sentence and change nothing', async () => {
  const data = temporaryDirectory()
  const place = ['--role', 'viewer', '--data-dir', data]
  const short = await meridian(['user', 'add', 'lena', ...place], 'short\n')
  expect(short).toEqual({
    code: 1,
    stdout: '',
    stderr: 'A password has 12 to 200 characters: nothing was changed.\n',
  })
  const named = await meridian(['user', 'add', 'Lena Ü', ...place], `${password}\n`)
  expect([named.code, named.stderr]).toEqual([1, expect.stringContaining('cannot be a user name')])
  const gone = await meridian(['user', 'remove', 'nobody', '--data-dir', data])
  expect([gone.code, gone.stderr]).toEqual([1, expect.stringContaining('There is no user nobody')])
})

test('a wall token is made, listed and revoked; its text is all that a script reads', async () => {
  const data = temporaryDirectory()
  const place = ['--data-dir', data]
  const made = await meridian(['token', 'wall', 'North wall', ...place])
  expect(made.stdout).toMatch(/^[\w-]{43}\n$/)
  expect(made.stderr).toContain('not shown again')

  const store = openStore({ dataDirectory: data, now: Date.now })
  expect(wallTokenCaller(store.access, made.stdout.trim(), Date.now())?.caller.role).toBe('viewer')
  store.close()

  const [listed]: { id: string; label: string }[] = JSON.parse(
    (await meridian(['token', 'list', '--json', ...place])).stdout,
  )
  expect(listed?.label).toBe('North wall')
  expect(await meridian(['token', 'revoke', listed?.id ?? '', ...place])).toMatchObject({
    code: 0,
    stdout: 'The token of North wall is revoked.\n',
  })
  expect((await meridian(['token', 'revoke', listed?.id ?? '', ...place])).code).toBe(1)
})

test('users and tokens can be changed while another Meridian holds the data', async () => {
  const data = temporaryDirectory()
  const store = openStore({ dataDirectory: data, now: Date.now })
  try {
    const added = await meridian(['user', 'add', 'lena', '--role', 'admin', '--data-dir', data], password)
    expect(added.code).toBe(0)
    expect(store.access.user('lena')?.role).toBe('admin')
  } finally {
    store.close()
  }
})

test('a data directory that cannot be one is named', async () => {
  const file = join(temporaryDirectory(), 'file')
  writeFileSync(file, 'not a directory')
  const { code, stderr } = await meridian(['user', 'list', '--data-dir', file])
  expect(code).toBe(1)
  expect(stderr).toContain(file)
  expect(stderr).not.toContain('    at ')
})
