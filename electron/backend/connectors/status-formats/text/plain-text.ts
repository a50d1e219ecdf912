import { decodeHTML } from 'entities'

const LONGEST_TEXT = 10_000
const BLOCKS = /^\/?(?:p|br|div|li|ul|ol|tr|table|hr|h[1-6]|blockquote|pre|section|article)\b/i
const FORMATTING =
  /<\/?(?:b|i|u|s|em|strong|small|su[bp]|span|font|code|tt|mark|abbr|a|w?br|p|div)(?:\s[^<>]{0,500})?\/?>/gi
const HIDDEN = /^(script|style|template|noscript)\b/i

/**
 * What a reader of this HTML would see, as plain text: no tags, no scripts, entities decoded once, blocks on lines
 * of their own, at most `longest` characters. One pass by index: no expression here can be made to backtrack.
 */
export function plainText(html: string, longest = LONGEST_TEXT): string {
  const lowerCase = html.toLowerCase()
  let text = ''
  let position = 0
  while (position < html.length && text.length <= longest) {
    const open = html.indexOf('<', position)
    if (open === -1) break
    const isTag = /[a-z/!?]/i.test(html[open + 1] ?? '')
    const close = isTag ? closeOf(lowerCase, open) : open + 1
    text += html.slice(position, open)
    if (!isTag) text += '<'
    else if (BLOCKS.test(html.slice(open + 1, open + 12))) text += '\n'
    position = close
  }
  return shorten(tidyLines(decodeHTML(text + html.slice(position, position + longest))), longest)
}

/**
 * A title or name as one line: formatting tags dropped, entities decoded, white space collapsed. Any other mark-up
 * stays as the text it is: a title holding a script shows as those characters, wherever it came from.
 */
export function titleText(raw: string): string {
  const head = raw.slice(0, 2 * LONGEST_TEXT).replace(FORMATTING, '')
  return shorten(decodeHTML(head).replace(/\s+/g, ' ').trim())
}

/** Index behind the tag, comment or hidden element that opens at `open`; the end where it never closes. */
function closeOf(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return indexBehind(html, '-->', open)
  const behindTag = indexBehind(html, '>', open)
  const hidden = HIDDEN.exec(html.slice(open + 1, open + 12))
  if (hidden === null) return behindTag
  const closing = html.indexOf(`</${hidden[1]}`, behindTag)
  return closing === -1 ? html.length : indexBehind(html, '>', closing)
}

function indexBehind(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from)
  return index === -1 ? text.length : index + mark.length
}

function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Texts of strangers have no upper limit of their own. */
export function shorten(text: string, longest = LONGEST_TEXT): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`
}
