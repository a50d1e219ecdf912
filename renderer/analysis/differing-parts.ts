import { partsKey } from '../../shared/commonality/findings/signature.ts'
import type { ConjunctionPart } from '../../shared/records/conjunction-part.ts'

/** What tells two descriptions apart: the parts that only the one or only the other has. */
export function differingParts(
  first: readonly ConjunctionPart[],
  second: readonly ConjunctionPart[],
): { readonly first: readonly ConjunctionPart[]; readonly second: readonly ConjunctionPart[] } {
  const firstKeys = new Set(first.map(partKey))
  const secondKeys = new Set(second.map(partKey))
  return {
    first: first.filter((part) => !secondKeys.has(partKey(part))),
    second: second.filter((part) => !firstKeys.has(partKey(part))),
  }
}

function partKey(part: ConjunctionPart): string {
  return partsKey([part])
}
