import type { PolicyFault as FileFault } from '../../../shared/contract/policies.ts'
import type { PolicyProblem } from '../../../shared/policy/policy-fault.ts'
import type { PublicHolidays } from '../../../shared/time/compiled-calendar.ts'
import { keepEarlier, readPolicyFiles, removePolicyFile, writePolicyFile } from './policy-files.ts'
import { readOwnPolicies, readShippedPolicies, type LoadedPolicy, type PolicyShelf } from './policy-shelf.ts'
import { readPolicyText } from './read-policy-text.ts'

/** Why a policy was not kept: the field and a sentence. */
export interface PolicyRefusal {
  readonly place: string
  readonly reason: string
}

/** The support contracts of this hub, and the files that could not be used. */
export interface PolicyLibrary {
  get(policyId: string): LoadedPolicy | null
  list(): LoadedPolicy[]
  /** As of the last reading. */
  readonly faults: readonly FileFault[]
  /** Whether one of that id came with the program, be it in force or not. */
  isShipped(policyId: string): boolean
  /** Takes up what was edited by hand. */
  reload(): void
  /** Keeps a text as the hub's own policy. Identical text changes nothing. */
  save(text: string): { readonly saved: LoadedPolicy } | { readonly refusal: PolicyRefusal }
  /** Takes an own policy out of force; null once that is done. Its text goes to `earlier/`. */
  remove(policyId: string): PolicyRefusal | null
}

export interface PolicyDirectories {
  /** Those that come with the program; never written. */
  readonly shipped: string
  /** The hub's own; null for none. */
  readonly own: string | null
}

/**
 * Reads every `.json` of both directories: an own policy takes the place of the one of the same id that came with the
 * program. A file that cannot be used becomes a fault; the others still work. `changed` is called whenever a later
 * reading, saving or removing made a difference.
 */
export function loadPolicies(
  { shipped: shippedDirectory, own: ownDirectory }: PolicyDirectories,
  publicHolidays: PublicHolidays,
  changed: () => void = () => {},
): PolicyLibrary {
  const shipped = readShippedPolicies(shippedDirectory, publicHolidays)
  let own = ownPolicies(null)
  let policies = inForce()

  function ownPolicies(before: PolicyShelf | null): PolicyShelf {
    if (ownDirectory === null) return { byFile: new Map(), faults: [] }
    return readOwnPolicies(ownDirectory, publicHolidays, before)
  }

  function inForce(): ReadonlyMap<string, LoadedPolicy> {
    const all = [...shipped.byFile.values(), ...own.byFile.values()]
    return new Map(all.map((policy) => [policy.summary.id, policy]))
  }

  function reload(): void {
    const before = own
    own = ownPolicies(before)
    if (isSameShelf(own, before)) return
    policies = inForce()
    changed()
  }

  function shippedOf(policyId: string): LoadedPolicy | null {
    return [...shipped.byFile.values()].find(({ summary }) => summary.id === policyId) ?? null
  }

  function ownOf(policyId: string): { file: string; policy: LoadedPolicy } | null {
    for (const [file, policy] of own.byFile) if (policy.summary.id === policyId) return { file, policy }
    return null
  }

  /** What is on the disk is about to go: it and, where that was broken, the policy still in force. */
  function keepBefore(directory: string, file: string, id: string): void {
    const inPlace = own.byFile.get(file)
    if (inPlace !== undefined) {
      keepEarlier(directory, `${id}-v${inPlace.summary.version}`, inPlace.summary.text)
    }
    const onDisk = readPolicyFiles(directory).find((other) => other.file === file)?.text
    if (onDisk !== undefined && onDisk !== inPlace?.summary.text)
      keepEarlier(directory, `${id}-broken`, onDisk)
  }

  function save(text: string): ReturnType<PolicyLibrary['save']> {
    if (ownDirectory === null)
      return { refusal: { place: '', reason: 'This hub keeps no policies of its own.' } }
    const { compiled, problems } = readPolicyText(text, publicHolidays)
    if (compiled === undefined) return { refusal: firstProblem(problems) }
    reload()
    const { id, version } = compiled.policy
    const held = ownOf(id)
    const file = held?.file ?? `${id}.json`
    const isInForce = held?.policy.summary.text === text
    if (isInForce && own.faults.every((fault) => fault.file !== file)) return { saved: held.policy }
    const present = Math.max(held?.policy.summary.version ?? 0, shippedOf(id)?.summary.version ?? 0)
    if (!isInForce && version <= present) {
      return {
        refusal: { place: 'version', reason: `"${id}" has version ${present} now; write a higher one.` },
      }
    }
    const other = own.byFile.get(file)
    if (held === null && other !== undefined) {
      const reason = `The file ${file} holds policy "${other.summary.id}"; give that file another name first.`
      return { refusal: { place: 'id', reason } }
    }
    const refusal = refusalOf(() => {
      keepBefore(ownDirectory, file, id)
      writePolicyFile(ownDirectory, file, text)
    })
    if (refusal !== null) return { refusal }
    reload()
    const saved = policies.get(id)
    if (saved?.summary.text === text) return { saved }
    return { refusal: { place: '', reason: `The file ${file} was changed by another while it was saved.` } }
  }

  function remove(policyId: string): PolicyRefusal | null {
    reload()
    const held = ownOf(policyId)
    if (held === null || ownDirectory === null) {
      return { place: 'id', reason: `"${policyId}" is not a policy of this hub's own.` }
    }
    const refusal = refusalOf(() => {
      keepBefore(ownDirectory, held.file, policyId)
      removePolicyFile(ownDirectory, held.file)
    })
    reload()
    return refusal
  }

  return {
    get: (policyId) => policies.get(policyId) ?? null,
    list: () => [...policies.values()],
    get faults() {
      return [...shipped.faults, ...own.faults]
    },
    isShipped: (policyId) => shippedOf(policyId) !== null,
    reload,
    save,
    remove,
  }
}

function isSameShelf(one: PolicyShelf, other: PolicyShelf): boolean {
  const sameFaults = JSON.stringify(one.faults) === JSON.stringify(other.faults)
  if (!sameFaults || one.byFile.size !== other.byFile.size) return false
  return [...one.byFile].every(([file, policy]) => other.byFile.get(file) === policy)
}

/** The first thing to correct, for those who are told one at a time. */
export function firstProblem(problems: readonly PolicyProblem[]): PolicyRefusal {
  const [first] = problems
  return {
    place: first?.place ?? '',
    reason: `Line ${first?.line ?? 1}: ${first?.reason ?? 'cannot be used'}.`,
  }
}

/** A disk that refuses is the person's to mend: full, or not theirs to write. */
function refusalOf(write: () => void): PolicyRefusal | null {
  try {
    write()
    return null
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return {
      place: '',
      reason: `The policy directory cannot be written (${why}). What was in force still is.`,
    }
  }
}
