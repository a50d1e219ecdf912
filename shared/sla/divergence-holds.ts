import type { Segment } from './cycles.ts'
import { aroundTheClock } from './divergence-calendars.ts'
import { reading, type Reading } from './divergence-reading.ts'
import { dueOf, withCalendars, withoutHolds, withSegments, type Subject } from './divergence-subject.ts'

// Sources that do not see what holds a clock or arms it again.

export function doesNotPauseInOneStatus(subject: Subject): Reading[] {
  const { segments } = subject.cycle
  const statuses = segments.flatMap(({ counting }) => (counting.kind === 'paused' ? [counting.status] : []))
  return [...new Set(statuses)].flatMap((status) => {
    const running = withSegments(subject, (segment) =>
      segment.counting.kind === 'paused' && segment.counting.status === status
        ? { ...segment, counting: { kind: 'counted' } }
        : segment,
    )
    return reading(dueOf(running), `noPause.${status}`)
  })
}

export function doesNotPause(subject: Subject): Reading[] {
  const running = withSegments(subject, (segment) =>
    isPaused(segment) ? { ...segment, counting: { kind: 'counted' } } : segment,
  )
  return reading(dueOf(running), 'noPauses')
}

export function countsExcludedTime(subject: Subject): Reading[] {
  const running = withSegments(subject, (segment) =>
    segment.counting.kind === 'excluded' ? { ...segment, counting: { kind: 'counted' } } : segment,
  )
  return reading(dueOf(running), 'noExclusions')
}

/** The simplest of all: the start and the limit. */
export function plainTime(subject: Subject): Reading[] {
  return reading(dueOf(withCalendars(withoutHolds(subject), aroundTheClock)), 'plainTime')
}

export function addsHoldsAsWallTime(subject: Subject): Reading[] {
  const { segments } = subject.cycle
  const last = segments.at(-1)
  let held = 0
  for (const segment of segments) {
    // A hold that has not ended has moved nothing yet.
    if (isPaused(segment) && segment !== last) held += segment.to - segment.from
  }
  const due = dueOf(withoutHolds(subject))
  return held === 0 || due === null ? [] : reading(due + held, 'holdsAsWallTime')
}

export function ignoresRearming(subject: Subject): Reading[] {
  if (subject.cycle.rearmedBy.length === 0) return []
  return reading(dueOf({ ...subject, cycle: { ...subject.cycle, rearmedBy: [] } }), 'noRearming')
}

function isPaused({ counting }: Segment): boolean {
  return counting.kind === 'paused' || counting.kind === 'paused-when'
}
