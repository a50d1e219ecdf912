import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { MOST_POLICY_CHARACTERS } from '../../../shared/contract/policies.ts'
import { DIRECTORY_MODE, FILE_MODE, flushDirectory, flushFile } from '../store/data-files.ts'

/** A `.json` of a policy directory: its text, or why that cannot be had. */
export type PolicyFile =
  | { readonly file: string; readonly text: string; readonly unreadable?: never }
  | { readonly file: string; readonly unreadable: string; readonly text?: never }

/** Texts that were replaced or removed. Inside the policy directory, and not read as policies. */
const EARLIER = 'earlier'

/** A character of UTF-8 has at most four bytes. */
const MOST_BYTES = MOST_POLICY_CHARACTERS * 4

/** Every `.json` of the directory by name; none where there is no directory. Throws where it cannot be listed. */
export function readPolicyFiles(directory: string): PolicyFile[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .filter(isPolicyFile)
    .sort()
    .map((file) => readPolicyFile(directory, file))
}

/** What is none is an editor's own file, e.g. `.policy.json.swp` or `._policy.json`. */
function isPolicyFile(name: string): boolean {
  return name.endsWith('.json') && !name.startsWith('.')
}

function readPolicyFile(directory: string, file: string): PolicyFile {
  const path = join(directory, file)
  try {
    if (statSync(path).size > MOST_BYTES) return { file, unreadable: `larger than ${MOST_BYTES / 1024} KiB` }
    return { file, text: readFileSync(path, 'utf8') }
  } catch (error) {
    return { file, unreadable: `cannot be read: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** Replaces the file as a whole: after a power cut it is the old one or the new one. */
export function writePolicyFile(directory: string, file: string, text: string): void {
  mkdirSync(directory, { recursive: true, mode: DIRECTORY_MODE })
  const partial = join(directory, `.${file}.partial`)
  writeFileSync(partial, text, { mode: FILE_MODE })
  flushFile(partial)
  renameSync(partial, join(directory, file))
  flushDirectory(directory)
}

export function removePolicyFile(directory: string, file: string): void {
  rmSync(join(directory, file))
  flushDirectory(directory)
}

/** Keeps a text that is about to be replaced. Never over another: a name that is taken by other words is counted on. */
export function keepEarlier(directory: string, name: string, text: string): void {
  const earlier = join(directory, EARLIER)
  for (let count = 1; ; count += 1) {
    const file = count === 1 ? `${name}.json` : `${name}-${count}.json`
    const path = join(earlier, file)
    if (!existsSync(path)) {
      writePolicyFile(earlier, file, text)
      return
    }
    if (readFileSync(path, 'utf8') === text) return
  }
}
