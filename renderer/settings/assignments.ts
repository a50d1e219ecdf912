import type { PolicyAssignment } from '../../shared/contract/settings.ts'

const FIELDS = ['customer', 'sourceId', 'queue'] as const
export type AssignmentField = (typeof FIELDS)[number]

/** Whether a line names no field: such a line would be a second default. */
export function isUnbound(line: PolicyAssignment): boolean {
  return FIELDS.every((field) => line[field] === null)
}

/** Whether every ticket that `later` matches is matched by `earlier` already. */
function covers(earlier: PolicyAssignment, later: PolicyAssignment): boolean {
  return FIELDS.every((field) => earlier[field] === null || earlier[field] === later[field])
}

/** Indexes of lines that no ticket can reach: an earlier line takes all of theirs. */
export function shadowedLines(lines: readonly PolicyAssignment[]): Set<number> {
  const shadowed = new Set<number>()
  for (const [index, line] of lines.entries()) {
    if (lines.slice(0, index).some((earlier) => covers(earlier, line))) shadowed.add(index)
  }
  return shadowed
}

/** The lines with one moved by `step` places; the same lines where it cannot move. */
export function movedLine(
  lines: readonly PolicyAssignment[],
  index: number,
  step: -1 | 1,
): readonly PolicyAssignment[] {
  const line = lines[index]
  const other = lines[index + step]
  if (line === undefined || other === undefined) return lines
  return lines.with(index, other).with(index + step, line)
}

/** The lines with one field of one line set; an empty text means any. */
export function withField(
  lines: readonly PolicyAssignment[],
  index: number,
  field: AssignmentField | 'policyId',
  text: string,
): readonly PolicyAssignment[] {
  const line = lines[index]
  if (line === undefined) return lines
  const value = field !== 'policyId' && text === '' ? null : text
  return lines.with(index, { ...line, [field]: value })
}
