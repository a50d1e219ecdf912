import type { Implementation, MeridianRouter } from '../../electron/backend/api/implementation.ts'
import type { AttainmentGoal, AttainmentQuestion, AttainmentRow } from '../../shared/contract/attainment.ts'

const POLICY = 'wireless-logic-enterprise'
const TICKETS = 4_120
const STEPS = 20

interface Scene {
  readonly name: string | null
  /** Clocks decided in a month, over all severities. */
  readonly size: number
  /** Share of promises kept in a good month. */
  readonly level: number
  readonly excludedShare: number
}

/** From excellent to poor; one customer has few tickets, one had a bad spring, one is not named by its tickets. */
const CUSTOMERS: readonly Scene[] = [
  { name: 'Andes Freight', size: 120, level: 0.985, excludedShare: 0.02 },
  { name: 'Baltic Meters', size: 64, level: 0.955, excludedShare: 0.12 },
  { name: 'Casa Verde Energy', size: 48, level: 0.91, excludedShare: 0.05 },
  { name: 'Delta Cold Chain', size: 36, level: 0.86, excludedShare: 0.25 },
  { name: 'Eiger Lifts', size: 9, level: 0.94, excludedShare: 0 },
  { name: 'Fjord Pay', size: 80, level: 0.97, excludedShare: 0.03 },
  { name: null, size: 5, level: 0.8, excludedShare: 0 },
]
const SEVERITIES = [
  { code: 'P1', part: 0.06 },
  { code: 'P2', part: 0.16 },
  { code: 'P3', part: 0.33 },
  { code: 'P4', part: 0.45 },
] as const
const METRICS = ['first-response', 'next-reply', 'resolution'] as const
const GOAL = '90 % of P1 to P3 raised out of office hours resolved within 4 h'

/** A made-up year of promises, whatever year is asked for. The same question has the same answer. */
export function createFakeAttainment({ attainment: subject }: Implementation): MeridianRouter['attainment'] {
  return {
    report: subject.report.handler(async function* ({ input }) {
      for (let step = 0; step <= STEPS; step += 1) {
        yield { kind: 'progress' as const, done: (TICKETS / STEPS) * step, total: TICKETS }
      }
      const { rows, goals } = fakeAttainment(input)
      yield { kind: 'result' as const, tickets: TICKETS, notComputable: 17, rows, goals }
    }),
    csv: subject.csv.handler(({ input }) => {
      const lines = fakeAttainment(input).rows.map(({ customer, severity, month, metric, met, breached }) =>
        [customer, severity, month, metric, met, breached].join(','),
      )
      const text = ['customer,severity,month,metric,met,breached', ...lines, ''].join('\n')
      return { fileName: `attainment-${input.from}-to-${input.to}.csv`, text }
    }),
  }
}

function fakeAttainment(question: AttainmentQuestion): { rows: AttainmentRow[]; goals: AttainmentGoal[] } {
  const rows: AttainmentRow[] = []
  const goals: AttainmentGoal[] = []
  if (question.policyId !== null && question.policyId !== POLICY) return { rows, goals }
  for (const month of monthsOf(question)) {
    for (const scene of CUSTOMERS) {
      if (question.customer !== null && question.customer !== scene.name) continue
      for (const severity of SEVERITIES) {
        for (const metric of METRICS) rows.push(...rowOf(scene, severity, month, metric))
      }
      const decided = Math.round(scene.size * 0.25 * (0.7 + 0.6 * lot(scene.name, month, 'goal')))
      if (decided === 0) continue
      const missed = Math.round(decided * (1 - levelIn(scene, month)) * 1.6)
      goals.push({
        policyId: POLICY,
        name: GOAL,
        metric: 'resolution',
        customer: scene.name,
        month,
        kept: decided - missed,
        missed,
        requiredShare: 0.9,
      })
    }
  }
  return { rows, goals }
}

function rowOf(
  scene: Scene,
  severity: (typeof SEVERITIES)[number],
  month: string,
  metric: (typeof METRICS)[number],
): AttainmentRow[] {
  const size = scene.size * severity.part * (0.6 + 0.8 * lot(scene.name, severity.code, month, metric))
  const isExcluded = metric === 'resolution' ? scene.excludedShare : 0
  const excluded = Math.round(size * isExcluded)
  const decided = Math.round(size) - excluded
  if (decided + excluded === 0) return []
  const missedShare = (1 - levelIn(scene, month)) * (metric === 'resolution' ? 1.5 : 0.8)
  const breached = Math.min(
    decided,
    Math.floor(decided * missedShare + lot(month, scene.name, metric, severity.code)),
  )
  const { name: customer } = scene
  const met = decided - breached
  return [{ policyId: POLICY, severity: severity.code, customer, month, metric, met, breached, excluded }]
}

/** A bad spring for one, a slow rise for all. */
function levelIn({ name, level }: Scene, month: string): number {
  const ofYear = Number(month.slice(5))
  const slump = name === 'Casa Verde Energy' && (ofYear === 3 || ofYear === 4) ? 0.18 : 0
  return Math.min(1, level - slump + (ofYear - 6) * 0.003)
}

function monthsOf({ from, to }: AttainmentQuestion): string[] {
  const months: string[] = []
  for (let month = from; month <= to && months.length < 24; month = following(month)) months.push(month)
  return months
}

function following(month: string): string {
  const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1))
  return next.toISOString().slice(0, 7)
}

/** From 0 to 1, by the words. */
function lot(...words: (string | null)[]): number {
  let hash = 2_166_136_261
  for (const character of words.join('/')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0
  }
  return (hash % 1_000) / 1_000
}
