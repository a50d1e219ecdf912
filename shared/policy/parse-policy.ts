import type { z } from 'zod'
import { checkPolicy } from './check-policy.ts'
import { jsonLines, lineOf } from './json-lines.ts'
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
  if (parsed.success && findings.length === 0) return { policy: parsed.data }
  const lines = jsonLines(text)
  const problems = findings.map((finding) => ({ ...finding, line: lineOf(lines, finding.place) }))
  return { problems: problems.sort((a, b) => a.line - b.line) }
}

interface Leaf {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** The issues inside a union are the useful ones: those of the variant that came nearest. */
function leavesOf(issue: z.core.$ZodIssue): Leaf[] {
  if (issue.code !== 'invalid_union') return [{ path: issue.path, message: issue.message }]
  const variants = issue.errors.filter((issues) =>
    issues.some(({ code }) => code !== 'invalid_type' && code !== 'invalid_value'),
  )
  const nearest = variants.at(-1) ?? issue.errors.at(-1) ?? []
  if (nearest.length === 0) return [{ path: issue.path, message: issue.message }]
  return nearest.flatMap(leavesOf).map(({ path, message }) => ({ path: [...issue.path, ...path], message }))
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
