/** A word as SQLite's unicode61 tokenizer sees one: letters, digits, their marks, private-use characters. */
const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu

/** The words of a question or a text, in order; everything else separates. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? []
}

/** Characters kept on either side of the first match. */
const SURROUNDINGS = 70

/**
 * The first of the texts that holds one of the words, cut to the surroundings of its first match; matches stand
 * between « and ». The last word also matches the beginning of a longer one. The first text's head without a match.
 */
export function excerptOf(texts: Iterable<string>, words: readonly string[]): string {
  const matches = createMatcher(words)
  let head: string | null = null
  for (const text of texts) {
    head ??= text
    for (const word of text.matchAll(WORD)) {
      if (matches(word[0])) return markedExcerpt(text, word.index, matches)
    }
  }
  return markedExcerpt(head ?? '', 0, matches)
}

function createMatcher(words: readonly string[]): (word: string) => boolean {
  const folded = words.map(fold)
  const whole = new Set(folded)
  const beginning = folded.at(-1)
  return (word) => {
    const candidate = fold(word)
    return whole.has(candidate) || (beginning !== undefined && candidate.startsWith(beginning))
  }
}

/** Case and diacritics away, as the tokenizer compares. */
function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function markedExcerpt(text: string, matchAt: number, matches: (word: string) => boolean): string {
  const from = Math.max(0, matchAt - SURROUNDINGS)
  const to = Math.min(text.length, matchAt + 2 * SURROUNDINGS)
  // Lone halves of a character cut in two are made whole; line breaks would tear the excerpt apart.
  const part = text.slice(from, to).toWellFormed().replace(/\s+/g, ' ').trim()
  const marked = part.replace(WORD, (word) => (matches(word) ? `«${word}»` : word))
  return `${from > 0 ? '…' : ''}${marked}${to < text.length ? '…' : ''}`
}
