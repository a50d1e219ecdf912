/** Where the values of a JSON text stand: path (`metrics[0].targets[1].limit`) → line, from 1. */
export type JsonLines = ReadonlyMap<string, number>

interface Frame {
  readonly path: string
  readonly isArray: boolean
  index: number
  key: string
}

/** A key that stands twice in one object: `JSON.parse` keeps the last and says nothing. */
interface RepeatedKey {
  readonly place: string
  readonly line: number
}

/** Lines of every value in a text that `JSON.parse` accepts, and what it would drop. One pass over its tokens. */
export function readJsonLines(text: string): { lines: JsonLines; repeated: RepeatedKey[] } {
  const lines = new Map<string, number>()
  const repeated: RepeatedKey[] = []
  const frames: Frame[] = []
  let line = 1
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:\n]|[^\s{}[\],:"]+/g)) {
    const frame = frames.at(-1)
    if (token === '\n') line += 1
    else if (token === '}' || token === ']') frames.pop()
    else if (token === ',' && frame !== undefined) {
      frame.index += 1
      frame.key = ''
    } else if (token === ':' || token === ',') continue
    else if (frame !== undefined && !frame.isArray && frame.key === '') frame.key = keyOf(token)
    else {
      const path = pathIn(frame)
      if (lines.has(path)) repeated.push({ place: path, line })
      lines.set(path, line)
      if (token === '{' || token === '[') frames.push({ path, isArray: token === '[', index: 0, key: '' })
    }
  }
  return { lines, repeated }
}

export function jsonLines(text: string): JsonLines {
  return readJsonLines(text).lines
}

/** The line of a place or, where the place itself does not exist, of what would hold it. */
export function lineOf(lines: JsonLines, place: string): number {
  for (let path = place; path !== ''; path = path.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '')) {
    const line = lines.get(path)
    if (line !== undefined) return line
  }
  return 1
}

function pathIn(frame: Frame | undefined): string {
  if (frame === undefined) return ''
  if (frame.isArray) return `${frame.path}[${frame.index}]`
  return frame.path === '' ? frame.key : `${frame.path}.${frame.key}`
}

function keyOf(token: string): string {
  const key: unknown = JSON.parse(token)
  return typeof key === 'string' ? key : token
}
