import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ProgramPaths } from '../paths.ts'
import { CliProblem } from '../problem.ts'

const SOURCES = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package-lock.json']

/** Builds the program when it is not built, or was built from older sources. Throws CliProblem when that fails. */
export function buildWhenStale(program: ProgramPaths): void {
  const builtAt = Math.min(...[program.builtCli, join(program.renderer, 'index.html')].map(changedAt))
  if (builtAt >= Math.max(...SOURCES.map((name) => newestIn(join(program.root, name))))) return
  console.log(builtAt === 0 ? 'Building Meridian, once…' : 'Building Meridian: its sources have changed…')
  const builder = join(program.root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status, stderr, stdout } = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: program.root,
    encoding: 'utf8',
  })
  if (status === 0) return
  console.error(`${stdout}${stderr}`.trim())
  throw new CliProblem('The build failed for the reason above: nothing was started.')
}

/** Milliseconds; 0 for a file that is not there. */
function changedAt(path: string): number {
  return existsSync(path) ? statSync(path).mtimeMs : 0
}

function newestIn(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0)
}
