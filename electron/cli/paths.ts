import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where the program's own files lie, whether it runs from its sources or from the build. */
export interface ProgramPaths {
  readonly root: string
  /** Policies, icons. */
  readonly resources: string
  /** The built pages. */
  readonly renderer: string
  readonly builtCli: string
  readonly builtMain: string
  /** The program of worker threads that search: as built where this is built, else its source. */
  readonly analysisWorker: string
  readonly version: string
}

/** Looks upwards from `start` for Meridian's package.json. Throws where there is none: a broken installation. */
export function findProgram(start: string = import.meta.dirname): ProgramPaths {
  for (let root = start; ; root = dirname(root)) {
    const version = meridianVersion(join(root, 'package.json'))
    if (version !== null) {
      return {
        root,
        resources: join(root, 'resources'),
        renderer: join(root, 'out', 'renderer'),
        builtCli: join(root, 'out', 'main', 'cli.js'),
        builtMain: join(root, 'out', 'main', 'index.js'),
        analysisWorker: import.meta.filename.endsWith('.ts')
          ? join(root, 'electron', 'backend', 'analysis', 'analysis-worker.ts')
          : join(root, 'out', 'main', 'analysis.js'),
        version,
      }
    }
    if (dirname(root) === root) {
      throw new Error(`No package.json of Meridian above ${start}: this installation is incomplete.`)
    }
  }
}

function meridianVersion(file: string): string | null {
  if (!existsSync(file)) return null
  const found: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof found !== 'object' || found === null) return null
  if (!('name' in found) || found.name !== 'meridian' || !('version' in found)) return null
  return String(found.version)
}
