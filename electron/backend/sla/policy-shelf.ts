import type { PolicyFault as FileFault, PolicySummary } from '../../../shared/contract/policies.ts'
import type { CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import type { PublicHolidays } from '../../../shared/time/compiled-calendar.ts'
import { readPolicyFiles, type PolicyFile } from './policy-files.ts'
import { readPolicyText } from './read-policy-text.ts'

export interface LoadedPolicy {
  readonly compiled: CompiledPolicy
  readonly summary: PolicySummary
}

/** The policies of one directory by file, each id once, and what is wrong with the other files. */
export interface PolicyShelf {
  readonly byFile: ReadonlyMap<string, LoadedPolicy>
  readonly faults: readonly FileFault[]
}

export function readShippedPolicies(directory: string, publicHolidays: PublicHolidays): PolicyShelf {
  return readShelf(directory, { own: false, publicHolidays, before: null })
}

/**
 * `before` is the shelf as it was read last. A file that was good and is not any more keeps its policy in force as it
 * was: a slip of the pen must not take clocks off the board.
 */
export function readOwnPolicies(
  directory: string,
  publicHolidays: PublicHolidays,
  before: PolicyShelf | null,
): PolicyShelf {
  return readShelf(directory, { own: true, publicHolidays, before })
}

interface Reading {
  readonly own: boolean
  readonly publicHolidays: PublicHolidays
  readonly before: PolicyShelf | null
}

type Found = { readonly policy: LoadedPolicy } | { readonly faults: readonly Omit<FileFault, 'file'>[] }

function readShelf(directory: string, reading: Reading): PolicyShelf {
  let files: PolicyFile[]
  try {
    files = readPolicyFiles(directory)
  } catch (error) {
    const reason = `the directory cannot be read: ${error instanceof Error ? error.message : String(error)}`
    return {
      byFile: reading.before?.byFile ?? new Map(),
      faults: [{ file: directory, ...wholeFile(reason) }],
    }
  }
  const byFile = new Map<string, LoadedPolicy>()
  const fileOfId = new Map<string, string>()
  const faults: FileFault[] = []
  for (const file of files) {
    const found = findPolicy(file, reading, fileOfId)
    const kept = 'policy' in found ? found.policy : keptOf(file.file, reading, fileOfId)
    if ('faults' in found) {
      faults.push(...found.faults.map((fault) => ({ file: file.file, ...withKept(fault, kept) })))
    }
    if (kept === null) continue
    byFile.set(file.file, kept)
    fileOfId.set(kept.summary.id, file.file)
  }
  return { byFile, faults }
}

function findPolicy(
  { file, text, unreadable }: PolicyFile,
  { own, publicHolidays, before }: Reading,
  fileOfId: ReadonlyMap<string, string>,
): Found {
  if (unreadable !== undefined) return { faults: [wholeFile(unreadable)] }
  const known = before?.byFile.get(file)
  const policy = known?.summary.text === text ? known : loadPolicy(text, own, publicHolidays)
  if (Array.isArray(policy)) return { faults: policy }
  const { id } = policy.summary
  const other = fileOfId.get(id)
  if (other === undefined) return { policy }
  return { faults: [{ line: null, place: 'id', reason: `"${id}" is already the id of ${other}` }] }
}

function loadPolicy(
  text: string,
  own: boolean,
  publicHolidays: PublicHolidays,
): LoadedPolicy | Omit<FileFault, 'file'>[] {
  const { compiled, problems } = readPolicyText(text, publicHolidays)
  if (compiled === undefined) return [...problems]
  const { id, name, version, description, severities } = compiled.policy
  const codes = severities.map((severity) => ({ code: severity.code, name: severity.name }))
  return { compiled, summary: { id, name, version, description, severities: codes, own, text } }
}

/** What a file held when it was last good, unless another file holds that id by now. */
function keptOf(
  file: string,
  { before }: Reading,
  fileOfId: ReadonlyMap<string, string>,
): LoadedPolicy | null {
  const policy = before?.byFile.get(file)
  return policy === undefined || fileOfId.has(policy.summary.id) ? null : policy
}

function withKept(fault: Omit<FileFault, 'file'>, kept: LoadedPolicy | null): Omit<FileFault, 'file'> {
  if (kept === null) return fault
  const { id, version } = kept.summary
  return {
    ...fault,
    reason: `${fault.reason}; "${id}" stays in force as it was read before, version ${version}, until Meridian ends`,
  }
}

function wholeFile(reason: string): Omit<FileFault, 'file'> {
  return { line: null, place: '', reason }
}
