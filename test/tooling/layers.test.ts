import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
let folder: string

/** Each forbidden import of docs/architecture.md, as a newcomer might write it. */
const FORBIDDEN: [file: string, imported: string][] = [
  ['shared/sla/probe.ts', '../../electron/backend/backend.ts'],
  ['shared/sla/probe.ts', 'node:fs'],
  ['shared/sla/probe.ts', 'react'],
  ['electron/backend/store/probe.ts', 'electron'],
  ['electron/backend/store/probe.ts', '../../serve/server.ts'],
  ['electron/backend/probe.ts', '../main/index.ts'],
  ['electron/backend/probe.ts', '../../renderer/main.tsx'],
  ['electron/serve/probe.ts', 'electron'],
  ['electron/serve/probe.ts', '../main/index.ts'],
  ['electron/cli/probe.ts', 'electron-store'],
  ['electron/main/probe.ts', '../../renderer/main.tsx'],
  ['renderer/boards/probe.tsx', '../../electron/backend/backend.ts'],
  ['renderer/boards/probe.tsx', 'node:path'],
  ['renderer/boards/probe.tsx', 'zod'],
]

const ALLOWED: [file: string, imported: string][] = [
  ['electron/backend/store/probe.ts', '../../../shared/records/ticket.ts'],
  ['electron/serve/probe.ts', '../backend/backend.ts'],
  ['electron/main/probe.ts', 'electron'],
  ['renderer/boards/probe.tsx', '../../shared/records/ticket.ts'],
]

function complaintsAbout(file: string, imported: string): string {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `import { thing } from '${imported}'\nexport const kept = thing\n`)
  const run = spawnSync(resolve(root, 'node_modules/.bin/oxlint'), ['--format', 'unix', file], {
    cwd: folder,
    encoding: 'utf8',
  })
  rmSync(path)
  return run.stdout
}

describe('the layer rule', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'meridian-layers-'))
    writeFileSync(join(folder, '.oxlintrc.json'), readFileSync(join(root, '.oxlintrc.json'), 'utf8'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(FORBIDDEN)('%s may not import %s', (file, imported) => {
    expect(complaintsAbout(file, imported)).toContain('no-restricted-imports')
  })

  test.each(ALLOWED)('%s may import %s', (file, imported) => {
    expect(complaintsAbout(file, imported)).not.toContain('no-restricted-imports')
  })
})
