import { applyEdits, findNodeAtLocation, modify, type Node, parseTree } from 'jsonc-parser'

/** A change of a text: `length` characters from `offset` on become `content`. */
export interface TextEdit {
  readonly offset: number
  readonly length: number
  readonly content: string
}

/** A stretch of a text in characters, half-open, and the line it begins on (from 1). */
export interface TextPlace {
  readonly from: number
  readonly to: number
  readonly line: number
}

/**
 * Finds where problems stand in the text: the value at `place` (e.g. `metrics[0].targets[1].limit`), or the nearest
 * that would hold it. A place that cannot be found marks its line; without a line too, the first one.
 */
export function placesIn(text: string): (place: string, line: number | null) => TextPlace {
  const root = parseTree(text)
  return (place, line) => {
    const node = nodeOfPlace(root, place)
    if (node === null) return wholeLine(text, line ?? 1)
    const foundLine = lineAt(text, node.offset)
    // A hub that read the text another way than we do knows better where it stopped.
    if (line !== null && line !== foundLine) return wholeLine(text, line)
    const to = Math.min(node.offset + node.length, endOfLine(text, node.offset))
    return { from: node.offset, to, line: foundLine }
  }
}

/** The `version` a text states; null where it states nothing that could be one. */
export function versionOf(text: string): number | null {
  const value = valueAt(text, 'version')
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null
}

/** The `id` a text states; null where it states none. */
export function idOf(text: string): string | null {
  const value = valueAt(text, 'id')
  return typeof value === 'string' ? value : null
}

/** The `name` a text states; null where it states none. */
export function nameOf(text: string): string | null {
  const value = valueAt(text, 'name')
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** The edits that give the text another version; everything else stays as it is written. */
export function withVersion(text: string, version: number): TextEdit[] {
  return modify(text, ['version'], version, {})
}

/** The text as a contract of its own: new id and name, version 1. */
export function copyOf(text: string, id: string, name: string): string {
  return Object.entries({ id, name, version: 1 }).reduce(
    (copied, [key, value]) => applyEdits(copied, modify(copied, [key], value, {})),
    text,
  )
}

/** Policy ids have at most 41 characters (shared/policy/policy.ts). */
const LONGEST_ID = 41

/** `one-mobility` → `one-mobility-copy`, with a number behind it where that is taken. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '-copy' : `-copy-${number}`
    const free = `${id.slice(0, LONGEST_ID - ending.length)}${ending}`
    if (!taken.has(free)) return free
  }
}

function valueAt(text: string, key: string): unknown {
  const root = parseTree(text)
  return root === undefined ? undefined : findNodeAtLocation(root, [key])?.value
}

/** Follows the place into the text as far as it goes; null where not even its first step exists. */
function nodeOfPlace(root: Node | undefined, place: string): Node | null {
  let node = root
  let rest = place
  let found: Node | null = null
  while (node !== undefined && rest !== '') {
    const step = stepInto(node, rest)
    if (step === null) return found
    found = step.node
    node = step.node
    rest = step.rest
  }
  return found
}

interface Step {
  readonly node: Node
  readonly rest: string
}

function stepInto(node: Node, place: string): Step | null {
  const index = /^\[(\d+)\]/.exec(place)
  if (index !== null) {
    const item = node.type === 'array' ? node.children?.[Number(index[1])] : undefined
    return item === undefined ? null : { node: item, rest: place.slice(index[0].length) }
  }
  if (node.type !== 'object') return null
  const path = place.replace(/^\./, '')
  // Keys may hold dots themselves (names of source fields): the longest key that fits is the one meant.
  const steps = (node.children ?? []).flatMap((property): Step[] => {
    const [key, value] = property.children ?? []
    if (key === undefined || value === undefined || !startsWithKey(path, String(key.value))) return []
    return [{ node: value, rest: path.slice(String(key.value).length) }]
  })
  return steps.sort((a, b) => a.rest.length - b.rest.length)[0] ?? null
}

function startsWithKey(path: string, key: string): boolean {
  return path.startsWith(key) && /^($|[.[])/.test(path.slice(key.length))
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end
}

/** What is written on a line, without its indentation; the last one where the text has fewer. */
function wholeLine(text: string, wanted: number): TextPlace {
  const lines = text.split('\n')
  const line = Math.min(Math.max(1, wanted), lines.length)
  const start = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0)
  const written = lines[line - 1] ?? ''
  const from = start + (written.length - written.trimStart().length)
  return { from, to: Math.max(from, start + written.trimEnd().length), line }
}
