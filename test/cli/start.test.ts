import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { findProgram } from '../../electron/cli/paths.ts'
import { canOpenWindow, findElectron } from '../../electron/cli/start/electron-program.ts'
import { ask } from '../serve/support/ask.ts'
import { lines, temporaryDirectory } from './support/meridian.ts'
import { serving } from './support/serving.ts'

test('npm start without a window serves, and says where in one line', { timeout: 120_000 }, async () => {
  const data = temporaryDirectory()
  const server = await serving(['--headless', '--port', '0', '--data-dir', data], 'start.ts')
  expect((await ask(server.address, { path: '/healthz' })).status).toBe(200)
  const { code, stdout, stderr } = await server.stop()
  expect([code, stderr]).toEqual([0, ''])
  const said = lines(stdout).filter((line) => !line.startsWith('Building Meridian'))
  expect(said).toEqual([`Meridian is served on ${server.address} from the data in ${data}.`])
})

test('a window needs a display and somebody who is not root, on Linux only', () => {
  const here = { platform: 'linux', env: { DISPLAY: ':0' }, isRoot: false } as const
  expect(canOpenWindow(here)).toBe(true)
  expect(canOpenWindow({ ...here, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true)
  expect(canOpenWindow({ ...here, env: {} })).toBe(false)
  expect(canOpenWindow({ ...here, env: { DISPLAY: '' } })).toBe(false)
  expect(canOpenWindow({ ...here, isRoot: true })).toBe(false)
  expect(canOpenWindow({ platform: 'darwin', env: {}, isRoot: false })).toBe(true)
})

test('an installed Electron is found; without one and without a network the answer is no, quickly', async () => {
  const program = { ...findProgram(), root: temporaryDirectory() }
  expect(await findElectron(program)).toBeNull()

  const directory = join(program.root, 'node_modules/electron')
  mkdirSync(join(directory, 'dist'), { recursive: true })
  writeFileSync(join(directory, 'install.js'), 'throw new Error("nobody should run this")')
  vi.stubEnv('ELECTRON_MIRROR', 'http://127.0.0.1:1/')
  const before = Date.now()
  expect(await findElectron(program)).toBeNull()
  expect(Date.now() - before).toBeLessThan(4000)
  vi.unstubAllEnvs()

  writeFileSync(join(directory, 'path.txt'), 'electron')
  writeFileSync(join(directory, 'dist/electron'), '')
  expect(await findElectron(program)).toBe(join(directory, 'dist/electron'))
})
