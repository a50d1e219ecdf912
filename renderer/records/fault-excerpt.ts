/** The piece of a text at which something is wrong, with what stands around it. */
export interface FaultExcerpt {
  readonly before: string
  /** Empty where the text ends too early. */
  readonly marked: string
  readonly after: string
  /** Positions in the whole text. */
  readonly from: number
  readonly to: number
}

/** So much of the line is shown on either side. */
const AROUND = 24

/** A word, something in quotes, or else one character. */
const PIECE = /[^\s"'`(),[\]]+|"[^"]*"?|'[^']*'?|`[^`]*`?|\[[^\]]*\]?|\S/uy

/** `line` and `column` from 1, as faults of conditions give them. */
export function faultExcerpt(text: string, line: number, column: number): FaultExcerpt {
  const lines = text.split(/\r\n|\r|\n/)
  const written = lines[line - 1] ?? ''
  const at = Math.min(column - 1, written.length)
  const lineStart = positionOfLine(text, line)
  PIECE.lastIndex = at
  const marked = PIECE.exec(written)?.[0] ?? ''
  const end = at + marked.length
  const cutBefore = at > AROUND
  const cutAfter = written.length - end > AROUND
  return {
    before: (cutBefore ? '…' : '') + written.slice(Math.max(0, at - AROUND), at),
    marked,
    after: written.slice(end, end + AROUND) + (cutAfter ? '…' : ''),
    from: lineStart + at,
    to: lineStart + end,
  }
}

function positionOfLine(text: string, line: number): number {
  const breaks = /\r\n|\r|\n/g
  for (let passed = 1; passed < line; passed += 1) {
    if (!breaks.test(text)) return text.length
  }
  return breaks.lastIndex
}
