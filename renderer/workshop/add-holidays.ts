import { findNodeAtLocation, getNodeValue, type Node, parseTree } from 'jsonc-parser'
import type { TextEdit } from './policy-text.ts'

/** Longer lists stand one date to a line, as the program's own files do. */
const LONGEST_LINE = 80

/** The dates a calendar of the text already names as holidays of its own. */
export function holidaysOf(text: string, calendar: string): ReadonlySet<string> {
  const root = parseTree(text)
  const node = root === undefined ? undefined : findNodeAtLocation(root, ['calendars', calendar, 'holidays'])
  const value: unknown = node === undefined ? [] : getNodeValue(node)
  return new Set(Array.isArray(value) ? value.filter((date) => typeof date === 'string') : [])
}

/**
 * The edit that puts dates (`2026-12-25`) among the `holidays` of a calendar, in the order of the year. Only that list
 * is written anew, in the manner it has; null where the text has no such calendar or nothing would change.
 */
export function addHolidays(text: string, calendar: string, dates: readonly string[]): TextEdit | null {
  const root = parseTree(text)
  if (root === undefined) return null
  const held = findNodeAtLocation(root, ['calendars', calendar])
  if (held?.type !== 'object') return null
  const before = holidaysOf(text, calendar)
  const all = [...new Set([...before, ...dates])].sort()
  if (all.length === before.size) return null
  const list = findNodeAtLocation(held, ['holidays'])
  if (list !== undefined) {
    const onOneLine = list.length > 2 && !textOf(text, list).includes('\n')
    const indent = indentOf(text, list.offset)
    return { offset: list.offset, length: list.length, content: written(all, indent, onOneLine) }
  }
  return newProperty(text, held, all)
}

function newProperty(text: string, calendar: Node, dates: readonly string[]): TextEdit {
  const last = calendar.children?.at(-1)
  const isOneLine = !textOf(text, calendar).includes('\n')
  if (last === undefined || isOneLine) {
    const offset = last === undefined ? calendar.offset + 1 : last.offset + last.length
    const gap = last === undefined ? ' ' : ', '
    const end = last === undefined ? ' ' : ''
    return { offset, length: 0, content: `${gap}"holidays": ${written(dates, '', true)}${end}` }
  }
  const indent = indentOf(text, last.offset)
  return {
    offset: last.offset + last.length,
    length: 0,
    content: `,\n${indent}"holidays": ${written(dates, indent, false)}`,
  }
}

function written(dates: readonly string[], indent: string, staysOnOneLine: boolean): string {
  const items = dates.map((date) => JSON.stringify(date))
  const line = `[${items.join(', ')}]`
  if (staysOnOneLine || line.length + indent.length <= LONGEST_LINE) return line
  return `[\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}]`
}

function textOf(text: string, node: Node): string {
  return text.slice(node.offset, node.offset + node.length)
}

/** The white space before the first word of the line the offset stands on. */
function indentOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? ''
}
