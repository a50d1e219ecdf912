/** `npm run package`: builds, makes sure of the Electron program, and packs for this platform (or as arguments say). */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { findElectron } from '../cli/start/electron-program.ts'

const root = resolve(import.meta.dirname, '../..')

function run(program: string, args: readonly string[]): number {
  const file = join(root, 'node_modules', '.bin', program)
  return spawnSync(file, args, { cwd: root, stdio: 'inherit' }).status ?? 1
}

function electronVersion(): string {
  return createRequire(import.meta.url)('electron/package.json').version
}

async function main(): Promise<number> {
  if (run('electron-vite', ['build', '--logLevel', 'warn']) !== 0) {
    process.stderr.write('The build failed; nothing was packed.\n')
    return 1
  }
  if ((await findElectron({ root })) === null) {
    process.stderr.write(
      `The Electron program ${electronVersion()} could not be downloaded, so nothing was packed; ` +
        'the build in out/ is complete and "npm start" serves it to a browser. ' +
        'Run this again where the Electron releases can be reached, or name a mirror in ELECTRON_MIRROR.\n',
    )
    return 1
  }
  return run('electron-builder', ['--publish', 'never', ...process.argv.slice(2)])
}

process.exitCode = await main()
