import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PolicyFault as FileFault, PolicySummary } from '../../../shared/contract/policies.ts'
import { compilePolicy } from '../../../shared/policy/compile-policy.ts'
import type { CompiledPolicy } from '../../../shared/policy/compiled-policy.ts'
import { parsePolicy } from '../../../shared/policy/parse-policy.ts'
import { PolicyFault } from '../../../shared/policy/policy-fault.ts'
import type { PublicHolidays } from '../../../shared/time/compiled-calendar.ts'

export interface LoadedPolicy {
  readonly compiled: CompiledPolicy
  readonly summary: PolicySummary
}

/** The support contracts of this hub, and the files that could not be used. */
export interface PolicyLibrary {
  get(policyId: string): LoadedPolicy | null
  list(): LoadedPolicy[]
  readonly faults: readonly FileFault[]
}

/** Far beyond any contract in words; keeps a mistaken file from being read into memory. */
const MOST_BYTES = 1024 * 1024

/**
 * Reads every `.json` of the directories, in order: a copy of the user's with the same id takes the place of the one
 * that came with the program. A file that cannot be used becomes a fault; the others still work.
 */
export function loadPolicies(directories: readonly string[], publicHolidays: PublicHolidays): PolicyLibrary {
  const policies = new Map<string, LoadedPolicy>()
  const faults: FileFault[] = []
  for (const directory of directories) {
    if (!existsSync(directory)) continue
    const seen = new Map<string, string>()
    for (const file of readdirSync(directory)
      .filter((name) => name.endsWith('.json'))
      .sort()) {
      const loaded = loadPolicy(join(directory, file), file, publicHolidays)
      if (Array.isArray(loaded)) {
        faults.push(...loaded)
        continue
      }
      const { id } = loaded.summary
      const other = seen.get(id)
      if (other !== undefined) {
        faults.push({ file, line: null, place: 'id', reason: `"${id}" is already the id of ${other}` })
        continue
      }
      seen.set(id, file)
      policies.set(id, loaded)
    }
  }
  return { get: (id) => policies.get(id) ?? null, list: () => [...policies.values()], faults }
}

function loadPolicy(path: string, file: string, publicHolidays: PublicHolidays): LoadedPolicy | FileFault[] {
  try {
    if (statSync(path).size > MOST_BYTES)
      return [{ file, line: null, place: '', reason: 'larger than 1 MiB' }]
    const text = readFileSync(path, 'utf8')
    const { policy, problems } = parsePolicy(text)
    if (policy === undefined) return problems.map((problem) => ({ file, ...problem }))
    const { id, name, version, description, severities } = policy
    return {
      compiled: compilePolicy(policy, publicHolidays),
      summary: {
        id,
        name,
        version,
        description,
        severities: severities.map((severity) => ({ code: severity.code, name: severity.name })),
        text,
      },
    }
  } catch (error) {
    if (error instanceof PolicyFault) {
      return [{ file, line: null, place: error.place, reason: error.message }]
    }
    const reason = error instanceof Error ? error.message : String(error)
    return [{ file, line: null, place: '', reason: `cannot be read: ${reason}` }]
  }
}
