import type { Implementation, MeridianRouter } from '../../electron/backend/api/implementation.ts'

export function createFakeAttainment({ attainment: subject }: Implementation): MeridianRouter['attainment'] {
  return {
    report: subject.report.handler(async function* () {
      yield { kind: 'progress' as const, done: 0, total: 60 }
      yield { kind: 'result' as const, tickets: 60, notComputable: 0, rows: [], goals: [] }
    }),
    csv: subject.csv.handler(() => ({ fileName: 'attainment.csv', text: '' })),
  }
}
