import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installedElectron } from '../../electron/cli/start/electron-program.ts'

const root = resolve(import.meta.dirname, '../..')
const program = installedElectron(root)
const why =
  program === null
    ? ' (skipped: the Electron program is not installed; "npx install-electron" downloads it where its releases can be reached)'
    : ''

describe.skipIf(program === null)(`Electron itself${why}`, () => {
  let app: ElectronApplication
  let data: string

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'meridian-electron-'))
    app = await _electron.launch({
      executablePath: program ?? '',
      cwd: root,
      args: [
        'out/main/index.js',
        '--no-sandbox',
        `--user-data-dir=${data}`,
        `--data-dir=${join(data, 'data')}`,
        '--allow-plain-secrets',
      ],
    })
  })
  afterAll(async () => {
    await app.close()
    rmSync(data, { recursive: true, force: true })
  })

  test('opens one window on its own scheme and reaches the backend', async () => {
    const page = await app.firstWindow()
    expect(page.url()).toMatch(/^meridian:\/\/app\//)
    await page.getByRole('heading', { level: 1 }).waitFor()
  })

  test('the page has neither Node nor Electron', async () => {
    const page = await app.firstWindow()
    expect(
      await page.evaluate(() => [
        typeof globalThis.process,
        'require' in globalThis,
        'electron' in globalThis,
      ]),
    ).toEqual(['undefined', false, false])
  })

  test('the page cannot navigate away', async () => {
    const page = await app.firstWindow()
    await page.evaluate(() => location.assign('https://example.com/'))
    expect(page.url()).toMatch(/^meridian:\/\/app\//)
  })
})
