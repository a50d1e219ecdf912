import type { Implementation, MeridianRouter } from '../../electron/backend/api/implementation.ts'

export function createFakeEscalations(
  { escalations: subject }: Implementation,
  now: () => number,
): MeridianRouter['escalations'] {
  return {
    draft: subject.draft.handler(() => ({ subject: 'A made-up escalation', text: 'Made up.' })),
    record: subject.record.handler(({ input }) => ({
      id: input.stepId,
      clockId: 'resolution',
      role: 'Manager of support',
      deskId: null,
      rule: 'After the resolution time has passed',
      dueAt: now(),
      state: 'done' as const,
      done: { at: now(), by: 'fake', summary: input.summary },
    })),
  }
}
