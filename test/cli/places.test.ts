import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultDataDirectory } from '../../electron/cli/default-data-directory.ts'
import { findProgram } from '../../electron/cli/paths.ts'
import { projectRoot, temporaryDirectory } from './support/meridian.ts'

test('data lies where each system keeps it', () => {
  const home = '/home/lena'
  expect(defaultDataDirectory({ platform: 'linux', env: {}, home })).toBe('/home/lena/.local/share/meridian')
  expect(defaultDataDirectory({ platform: 'linux', env: { XDG_DATA_HOME: '/data' }, home })).toBe(
    '/data/meridian',
  )
  expect(defaultDataDirectory({ platform: 'linux', env: { XDG_DATA_HOME: 'rel' }, home })).toBe(
    '/home/lena/.local/share/meridian',
  )
  expect(defaultDataDirectory({ platform: 'darwin', env: {}, home })).toBe(
    '/home/lena/Library/Application Support/Meridian/data',
  )
  expect(defaultDataDirectory({ platform: 'win32', env: { LOCALAPPDATA: '/local' }, home })).toBe(
    '/local/Meridian/data',
  )
  expect(defaultDataDirectory({ platform: 'linux', env: { MERIDIAN_DATA: '/srv/noc' }, home })).toBe(
    '/srv/noc',
  )
})

test('the program finds its files from its sources and from its build', () => {
  for (const start of ['electron/cli', 'out/main', 'out/main/chunks']) {
    expect(findProgram(join(projectRoot, start)).resources).toBe(join(projectRoot, 'resources'))
  }
})

test("another program's package.json on the way is passed by", () => {
  const root = temporaryDirectory()
  mkdirSync(join(root, 'a', 'b'), { recursive: true })
  writeFileSync(join(root, 'package.json'), '{"name":"meridian","version":"9.8.7"}')
  writeFileSync(join(root, 'a', 'package.json'), '{"type":"module"}')
  expect(findProgram(join(root, 'a', 'b')).version).toBe('9.8.7')
  expect(() => findProgram('/')).toThrow('incomplete')
})
