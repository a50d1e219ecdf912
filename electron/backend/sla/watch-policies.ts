import { mkdirSync } from 'node:fs'
import { watch } from 'chokidar'
import type { Log } from '../log.ts'
import { DIRECTORY_MODE } from '../store/data-files.ts'

/** A file is taken up when its writer has let go of it for this long. */
const SETTLED_AFTER_MS = 300

/** Calls `changed` after files of the directory were edited by hand; the answer ends it. Makes the directory. */
export function watchPolicies(directory: string, changed: () => void, log: Log): () => Promise<void> {
  function failed(error: unknown): void {
    log(
      'warn',
      'The policy directory cannot be watched; what is edited there is taken up at the next start.',
      {
        directory,
        error,
      },
    )
  }
  try {
    mkdirSync(directory, { recursive: true, mode: DIRECTORY_MODE })
  } catch (error) {
    failed(error)
    return () => Promise.resolve()
  }
  const watcher = watch(directory, {
    depth: 0,
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() === true && !path.endsWith('.json'),
    awaitWriteFinish: { stabilityThreshold: SETTLED_AFTER_MS, pollInterval: 100 },
  })
  watcher.on('all', changed)
  // What was edited since the start but before the watch stood.
  watcher.on('ready', changed)
  watcher.on('error', failed)
  return () => watcher.close()
}
