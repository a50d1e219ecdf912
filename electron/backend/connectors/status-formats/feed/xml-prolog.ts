const LONGEST_JUNK = 4096

/**
 * The document without what stands before its root element: byte order mark, stray output of the sender's program,
 * comments, processing instructions and the document type. Dropping the type declaration drops its entities: none is
 * ever expanded or fetched, which is what bombs and file-reading feeds rely on. Reads the text once.
 */
export function withoutProlog(text: string): string {
  let position = startOfMarkup(text)
  for (;;) {
    position = skipSpace(text, position)
    if (text.startsWith('<?', position)) position = behind(text, '?>', position)
    else if (text.startsWith('<!--', position)) position = behind(text, '-->', position)
    else if (/^<!doctype/i.test(text.slice(position, position + 9))) position = behindDoctype(text, position)
    else return text.slice(position)
  }
}

/** Local name of the root element in lower case ("rss", "feed", "rdf", "html"), null where there is none. */
export function rootName(text: string): string | null {
  return /^<(?:[\w.-]{1,60}:)?([\w.-]{1,60})/.exec(text)?.[1]?.toLowerCase() ?? null
}

function startOfMarkup(text: string): number {
  const start = skipSpace(text, 0)
  if (text[start] === '<' && !/^<(?:br|b|p|div)\b/i.test(text.slice(start, start + 5))) return start
  const head = text.slice(0, LONGEST_JUNK)
  const declared = /<\?xml\b|<(?:[\w-]{1,20}:)?(?:rss|feed|rdf)[\s>]/i.exec(head)
  return declared?.index ?? start
}

function skipSpace(text: string, from: number): number {
  let position = from
  while (position < text.length && /[\s\uFEFF]/.test(text[position] ?? '')) position += 1
  return position
}

function behind(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from)
  return index === -1 ? text.length : index + mark.length
}

function behindDoctype(text: string, from: number): number {
  let depth = 0
  for (let position = from; position < text.length; position += 1) {
    const character = text[position]
    if (character === '"' || character === "'") {
      const closing = text.indexOf(character, position + 1)
      if (closing === -1) return text.length
      position = closing
    } else if (character === '[') depth += 1
    else if (character === ']') depth -= 1
    else if (character === '>' && depth <= 0) return position + 1
  }
  return text.length
}
