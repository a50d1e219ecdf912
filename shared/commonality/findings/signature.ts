import type { FailingDefinition } from '../../records/analysis-question.ts'
import type { ConjunctionPart } from '../../records/conjunction-part.ts'
import type { Signature } from '../../records/fix-confirmation.ts'

/** What is tried again after a fix: a description, and what failing meant when it was found. */
export function signatureOf(parts: readonly ConjunctionPart[], definition: FailingDefinition): Signature {
  return { parts: canonicalParts(parts), definition }
}

/** The same parts in the same order, however they were found. */
function canonicalParts(parts: readonly ConjunctionPart[]): ConjunctionPart[] {
  return parts.toSorted((a, b) => compareText(partKey(a), partKey(b)))
}

/** The same for the same parts in any order, different for different ones. */
export function partsKey(parts: readonly ConjunctionPart[]): string {
  return JSON.stringify(parts.map(partKey).sort(compareText))
}

/** Names a description in addresses and records: sixteen hexadecimal digits, the same in whatever analysis. */
export function findingId(parts: readonly ConjunctionPart[]): string {
  return fnv1a(partsKey(parts)).toString(16).padStart(16, '0')
}

function partKey(part: ConjunctionPart): string {
  return JSON.stringify([part.column, part.kind, ...contentOf(part)])
}

function contentOf(part: ConjunctionPart): readonly (string | number | null)[] {
  if (part.kind === 'value') return [part.value]
  if (part.kind === 'prefix') return [part.prefix]
  if (part.kind === 'blank') return []
  return [part.from, part.to]
}

/** By UTF-16 code unit: the order does not hang on a language. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

const OFFSET_BASIS = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n

/** FNV-1a with 64 bits, over UTF-16 code units: names, not secrets. */
function fnv1a(text: string): bigint {
  let hash = OFFSET_BASIS
  for (let i = 0; i < text.length; i += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * PRIME)
  }
  return hash
}
