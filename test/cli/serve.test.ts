import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { describe, expect, test } from 'vitest'
import { ask, cookieOf, postJson } from '../serve/support/ask.ts'
import { openSocket } from '../serve/support/socket.ts'
import { lines, meridian, temporaryDirectory } from './support/meridian.ts'
import { serving } from './support/serving.ts'

const password = 'correct horse battery'

function addAdmin(data: string) {
  return meridian(['user', 'add', 'root', '--role', 'admin', '--data-dir', data], password)
}

describe('meridian serve', () => {
  test('says in one line where it serves, answers pages and api, and ends cleanly', async () => {
    const data = temporaryDirectory()
    const server = await serving(['serve', '--port', '0', '--data-dir', data])
    expect((await ask(server.address, { headers: { Accept: 'text/html' } })).text).toContain(
      '<div id="root">',
    )
    const info = JSON.parse((await ask(server.address, { path: '/api/app' })).text)
    expect(info).toMatchObject({
      caller: { name: 'local', role: 'admin', via: 'loopback' },
      demo: null,
      firstRun: true,
    })
    expect(JSON.parse((await ask(server.address, { path: '/api/openapi.json' })).text).openapi).toMatch(
      /^3\./,
    )

    const { code, stdout, stderr } = await server.stop('SIGINT')
    expect([code, stderr]).toEqual([0, ''])
    expect(lines(stdout)).toEqual([`Meridian is served on ${server.address} from the data in ${data}.`])
  })

  test('keeps its data to itself, and a killed one bars nobody', async () => {
    const data = temporaryDirectory()
    const first = await serving(['serve', '--port', '0', '--data-dir', data])
    const second = await meridian(['serve', '--port', '0', '--data-dir', data])
    expect([second.code, second.stdout]).toEqual([1, ''])
    expect(lines(second.stderr)).toEqual([
      expect.stringContaining('Another Meridian is using the data directory'),
    ])
    await first.stop('SIGKILL')
    const third = await serving(['serve', '--port', '0', '--data-dir', data])
    expect((await third.stop()).code).toBe(0)
  })

  test('on an address that others reach it wants an administrator, then sign-in, and warns without TLS', async () => {
    const data = temporaryDirectory()
    const outward = ['serve', '--host', '0.0.0.0', '--port', '0', '--data-dir', data]
    const refused = await meridian(outward)
    expect(refused.code).toBe(1)
    expect(lines(refused.stderr)).toEqual([expect.stringContaining('meridian user add NAME --role admin')])

    await addAdmin(data)
    const server = await serving(outward)
    const local = `http://127.0.0.1:${new URL(server.address).port}/`
    expect((await ask(local, { path: '/api/app' })).status).toBe(401)
    const { stderr } = await server.stop()
    expect(lines(stderr)).toEqual([expect.stringContaining('Without TLS')])
  })

  test('serves TLS with the certificate it is given, and says what is wrong with one', async () => {
    const data = temporaryDirectory()
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
      keyType: 'ec',
      algorithm: 'sha256',
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
    })
    const [certFile, keyFile] = [join(data, 'hub.pem'), join(data, 'hub.key')]
    writeFileSync(certFile, cert)
    writeFileSync(keyFile, key)
    const server = await serving([
      'serve',
      '--port',
      '0',
      '--data-dir',
      data,
      '--tls-cert',
      certFile,
      '--tls-key',
      keyFile,
    ])
    expect((await ask(server.address, { path: '/healthz', ca: cert })).status).toBe(200)
    await server.stop()

    for (const [given, why] of [
      [['--tls-cert', certFile], 'needs both'],
      [['--tls-cert', certFile, '--tls-key', join(data, 'none')], 'there is no such file'],
      [['--tls-cert', certFile, '--tls-key', certFile], 'cannot be used'],
    ] as const) {
      const refused = await meridian(['serve', '--port', '0', '--data-dir', data, ...given])
      expect(refused.code).toBe(1)
      expect(lines(refused.stderr)).toEqual([expect.stringContaining(why)])
    }
  })
})

test('the demo world says that it is one, shows its tickets, and is for this machine only', async () => {
  const data = temporaryDirectory()
  const server = await serving(['serve', '--demo', '--demo-seed', '7', '--port', '0', '--data-dir', data])
  const info = JSON.parse((await ask(server.address, { path: '/api/app' })).text)
  expect(info).toMatchObject({ demo: { seed: 7, rate: 10 }, firstRun: false })
  await expect
    .poll(async () => JSON.parse((await ask(server.address, { path: '/api/board' })).text).rows.length, {
      timeout: 20_000,
    })
    .toBeGreaterThan(0)
  const { code, stdout } = await server.stop()
  expect(code).toBe(0)
  expect(lines(stdout)).toEqual([expect.stringContaining('demo world')])
  expect(readdirSync(data)).toEqual([])

  const outward = await meridian(['serve', '--demo', '--host', '0.0.0.0', '--port', '0', '--data-dir', data])
  expect([outward.code, lines(outward.stderr)]).toEqual([1, [expect.stringContaining('this machine only')]])

  const locked = await meridian(['serve', '--demo', '--require-sign-in', '--port', '0', '--data-dir', data])
  expect([locked.code, lines(locked.stderr)]).toEqual([1, [expect.stringContaining('Nobody has an account')]])
})

describe('beside a running server', () => {
  test('a wall made by the command line views, changes nothing, and goes dark when it is revoked there', async () => {
    const data = temporaryDirectory()
    const place = ['--data-dir', data]
    const { address } = await serving(['serve', '--port', '0', ...place])
    const token = (await meridian(['token', 'wall', 'North wall', ...place])).stdout.trim()
    const headers = { Authorization: `Bearer ${token}` }
    expect((await ask(address, { path: '/api/board', headers })).status).toBe(200)
    const forbidden = [
      { method: 'GET', path: '/api/users' },
      { method: 'GET', path: '/api/wall-tokens' },
      { method: 'DELETE', path: '/api/users/root' },
      { method: 'POST', path: '/api/sources/x/sync' },
    ]
    const answers = await Promise.all(forbidden.map((question) => ask(address, { ...question, headers })))
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])

    const socket = await openSocket(address, { headers })
    const [held]: { id: string }[] = JSON.parse((await ask(address, { path: '/api/wall-tokens' })).text)
    await meridian(['token', 'revoke', held?.id ?? '', ...place])
    expect((await socket.closed).code).toBe(4401)
    expect((await ask(address, { path: '/api/board', headers })).status).toBe(401)
  })

  test('a wall revoked on a page goes dark at once', async () => {
    const data = temporaryDirectory()
    const { address } = await serving(['serve', '--port', '0', '--data-dir', data])
    const made: { token: string; wallToken: { id: string } } = JSON.parse(
      (await postJson(address, '/api/wall-tokens', { label: 'wall' })).text,
    )
    const socket = await openSocket(address, { headers: { Authorization: `Bearer ${made.token}` } })
    const before = Date.now()
    await ask(address, { method: 'DELETE', path: `/api/wall-tokens/${made.wallToken.id}` })
    expect((await socket.closed).code).toBe(4401)
    expect(Date.now() - before).toBeLessThan(900)
  })

  test('a session outlives a restart and ends with its user', async () => {
    const data = temporaryDirectory()
    const place = ['--data-dir', data]
    await addAdmin(data)
    const args = ['serve', '--port', '0', '--require-sign-in', ...place]
    const first = await serving(args)
    expect((await ask(first.address, { path: '/api/app' })).status).toBe(401)
    const cookie = cookieOf(await postJson(first.address, '/session', { name: 'root', password }))
    await first.stop()

    const second = await serving(args)
    const socket = await openSocket(second.address, { headers: { Cookie: cookie } })
    await meridian(['user', 'remove', 'root', ...place])
    expect((await socket.closed).code).toBe(4401)
    expect((await ask(second.address, { path: '/api/app', headers: { Cookie: cookie } })).status).toBe(401)
  })

  test('a backup is whole', async () => {
    const data = temporaryDirectory()
    const file = join(temporaryDirectory(), 'copy.db')
    await serving(['serve', '--port', '0', '--data-dir', data])
    expect((await meridian(['backup', file, '--data-dir', data])).code).toBe(0)
    const other = temporaryDirectory()
    expect((await meridian(['check', '--restore', file, '--data-dir', other])).code).toBe(0)
  })
})
