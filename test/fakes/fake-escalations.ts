import type { Implementation, MeridianRouter } from '../../electron/backend/api/implementation.ts'
import type { LiveCollection } from '../../electron/backend/live/live-collection.ts'
import type { BoardRow } from '../../shared/records/board-row.ts'
import type { EscalationStep } from '../../shared/records/escalation.ts'

const HOUR = 3_600_000

type Taken = NonNullable<EscalationStep['done']>

/** Made-up ladders of which steps can be taken, once. */
export interface FakeEscalations {
  readonly router: MeridianRouter['escalations']
  readonly stepsOf: (row: BoardRow) => EscalationStep[]
}

export function createFakeEscalations(
  { escalations: subject }: Implementation,
  board: LiveCollection<BoardRow>,
  now: () => number,
): FakeEscalations {
  const takenByTicket = new Map<string, Map<string, Taken>>()

  function stepsOf(row: BoardRow): EscalationStep[] {
    return fakeSteps(row, takenByTicket.get(row.ticketId) ?? new Map(), now())
  }

  const router: MeridianRouter['escalations'] = {
    draft: subject.draft.handler(({ input, errors }) => {
      const row = board.get(input.ticketId)
      if (row === undefined) throw errors.NOT_FOUND()
      const isSpanish = input.language === 'es'
      return {
        subject: `${isSpanish ? 'Escalada del caso' : 'Escalation of case'} ${row.caseNumber}: ${row.subject}`,
        text: fakeSummary(row, isSpanish),
      }
    }),
    record: subject.record.handler(({ input, context, errors }) => {
      const row = board.get(input.ticketId)
      const step = row === undefined ? undefined : stepsOf(row).find(({ id }) => id === input.stepId)
      if (row === undefined || step === undefined) throw errors.NOT_FOUND()
      if (step.done !== null) {
        throw errors.REFUSED({ data: { place: 'stepId', reason: 'Somebody else has just taken this step.' } })
      }
      const done = { at: now(), by: context.caller.name, summary: input.summary }
      const taken = takenByTicket.get(row.ticketId) ?? new Map<string, Taken>()
      takenByTicket.set(row.ticketId, taken.set(step.id, done))
      board.set([{ ...row, escalation: null, nextAction: 'resolve', derivedAt: now() }])
      return { ...step, state: 'done', done }
    }),
  }
  return { router, stepsOf }
}

/** By due instant as the hub gives them, those without one last. */
function fakeSteps(row: BoardRow, taken: ReadonlyMap<string, Taken>, now: number): EscalationStep[] {
  const clockId = row.clocks[0]?.id ?? null
  const dueAt = row.escalation?.dueAt ?? row.clocks[0]?.dueAt ?? null
  const rungs: Omit<EscalationStep, 'state' | 'done'>[] = [
    {
      id: 'first-response/1',
      clockId,
      role: 'Manager of technical support',
      deskId: 'east',
      rule: 'The case is not answered by its response time',
      dueAt,
    },
    {
      id: 'first-response/2',
      clockId,
      role: 'Director of technical support, together with the service manager of the customer',
      deskId: null,
      rule: 'The case is still not answered 4 h after its response time',
      dueAt: dueAt === null ? null : dueAt + 4 * HOUR,
    },
    {
      id: 'no-agreement/1',
      clockId: null,
      role: 'Escalation contact of the time zone in its day',
      deskId: 'west',
      rule: "Our representative and the customer's help desk do not agree on a plan of action",
      dueAt: null,
    },
    {
      id: 'no-agreement/2',
      clockId: null,
      role: 'Board of directors',
      deskId: null,
      rule: 'The contact and the help desk do not agree on a course of action',
      dueAt: null,
    },
  ]
  return rungs.map((rung) => {
    const done = taken.get(rung.id) ?? null
    return { ...rung, state: done === null ? stateOf(rung, taken, now) : 'done', done }
  })
}

function stateOf(
  { id, clockId, dueAt }: Pick<EscalationStep, 'id' | 'clockId' | 'dueAt'>,
  taken: ReadonlyMap<string, Taken>,
  now: number,
): EscalationStep['state'] {
  if (clockId !== null) return dueAt !== null && dueAt <= now ? 'due' : 'upcoming'
  return id.endsWith('/1') || taken.has('no-agreement/1') ? 'available' : 'upcoming'
}

function fakeSummary(row: BoardRow, isSpanish: boolean): string {
  const [reason, issue, progress] = isSpanish
    ? ['Motivo', 'El problema', 'Hasta ahora']
    : ['Reason for the escalation', 'The issue', 'Progress to date']
  return [
    `${reason}\n  The case is not answered by its response time`,
    `${issue}\n  ${row.subject}\n  ${row.customer ?? '-'}`,
    `${progress}\n  ${new Date(row.createdAt).toISOString()}  created`,
  ].join('\n\n')
}
