import type { z } from 'zod'
import { checkPolicy } from './check-policy.ts'
import { lineOf, readJsonLines } from './json-lines.ts'
import { policy, type Policy } from './policy.ts'
import type { PolicyProblem } from './policy-fault.ts'

/** A policy, or everything that is wrong with the text, in the order of its lines. */
export type ParsedPolicy =
  | { readonly policy: Policy; readonly problems?: never }
  | { readonly problems: readonly PolicyProblem[]; readonly policy?: never }

export function parsePolicy(text: string): ParsedPolicy {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { problems: [syntaxProblem(text, error)] }
  }
  const parsed = policy.safeParse(json)
  const findings = parsed.success
    ? checkPolicy(parsed.data)
    : parsed.error.issues
        .flatMap(leavesOf)
        .map(({ path, message }) => ({ place: placeOf(path), reason: message }))
  const { lines, repeated } = readJsonLines(text)
  if (parsed.success && findings.length === 0 && repeated.length === 0) return { policy: parsed.data }
  const problems = [
    ...findings.map((finding) => ({ ...finding, line: lineOf(lines, finding.place) })),
    ...repeated.map(({ place, line }) => ({ place, line, reason: REPEATED })),
  ]
  return { problems: problems.sort((a, b) => a.line - b.line) }
}

const MISSING = 'this part is missing'
const NEEDED = ' is needed here'
const REPEATED = 'stands here twice, and only the last would count: keep one'

interface Leaf {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** The issues inside a union are the useful ones: those of the variant that came nearest. */
function leavesOf(issue: z.core.$ZodIssue): Leaf[] {
  if (issue.code === 'invalid_key')
    return [{ path: issue.path, message: issue.issues.map(sentenceOf).join('; ') }]
  if (issue.code !== 'invalid_union') return [{ path: issue.path, message: sentenceOf(issue) }]
  const variants = issue.errors.filter((issues) =>
    issues.some(({ code }) => code !== 'invalid_type' && code !== 'invalid_value'),
  )
  // Where none came near, what each of them wants is said in one sentence.
  if (
    variants.length === 0 &&
    issue.errors.every((issues) => issues.every(({ path }) => path.length === 0))
  ) {
    const wanted = issue.errors.flat().map((one) => sentenceOf(one).replace(NEEDED, ''))
    const missing = wanted.includes(MISSING)
    return [{ path: issue.path, message: missing ? MISSING : `${wanted.join(' or ')}${NEEDED}` }]
  }
  const nearest = variants.at(-1) ?? issue.errors.at(-1) ?? []
  if (nearest.length === 0) return [{ path: issue.path, message: sentenceOf(issue) }]
  return nearest.flatMap(leavesOf).map(({ path, message }) => ({ path: [...issue.path, ...path], message }))
}

/** What the library says of a shape, in words of the file's writer. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${quoted(issue.keys)} is no part that is known here`
    case 'invalid_value':
      return `${issue.values.length > 1 ? 'one of ' : ''}${quoted(issue.values)}${NEEDED}`
    case 'invalid_type':
      return issue.message.endsWith('undefined')
        ? MISSING
        : `${TYPES[issue.expected] ?? issue.expected}${NEEDED}`
    case 'too_small':
      return typeof issue.minimum === 'number' && (issue.origin === 'number' || issue.origin === 'int')
        ? `a number ${issue.inclusive === true ? 'from' : 'above'} ${issue.minimum}${NEEDED}`
        : 'this is too short or empty'
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? 'this number is too great'
        : 'this is too long'
    case 'invalid_format':
      return FORMATS[issue.format] ?? issue.message
    case 'invalid_key':
    case 'invalid_union':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
  }
  return issue.message
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  tuple: 'a pair like ["08:30", "18:00"]',
  object: 'an object in { }',
  record: 'an object in { }',
}

const FORMATS: Readonly<Record<string, string>> = {
  date: 'this is not a date like 2026-01-06',
  datetime: 'this is not an instant in UTC like 2026-01-06T10:30:00Z',
}

function quoted(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ')
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('')
}

/** V8 names the position of a syntax error except at the end of the text. */
function syntaxProblem(text: string, error: unknown): PolicyProblem {
  const message = error instanceof Error ? error.message : 'not JSON'
  const position = /at position (\d+)/.exec(message)
  const read = position === null ? text : text.slice(0, Number(position[1]))
  return { place: '', reason: `not valid JSON: ${message}`, line: read.split('\n').length }
}
