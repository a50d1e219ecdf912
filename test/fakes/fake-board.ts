import type { BoardRow, NextAction } from '../../shared/records/board-row.ts'
import type { Clock, ClockState } from '../../shared/records/clock.ts'
import type { TicketStatus } from '../../shared/records/ticket.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const CUSTOMERS = [
  'Andes Freight',
  'Baltic Meters',
  'Casa Verde Energy',
  'Delta Cold Chain',
  'Eiger Lifts',
  'Fjord Pay',
]
const QUEUES = ['NOC', 'Platform', 'Carrier desk']
const OWNERS = ['ana', 'bram', 'chitra', null]
const SUBJECTS = [
  'SIMs of one site cannot attach',
  'No data on private APN since 04:10',
  'SMS delivery delayed in two countries',
  'Calls drop after 32 seconds',
  'Tunnel to head office down',
  'Portal shows no CDRs for yesterday',
  'Roaming blocked on one network',
  '<b>Subject with markup</b> & quotes "shown as text"',
  'Rate plan change requested',
  'Un asunto en español con acentos: conexión intermitente en la estación de Córdoba',
]
const SEVERITIES = ['P1', 'P2', 'P3', 'P4']

/** One clock shape per state a row can show. `offset` moves the due time, in ms from now. */
type Scene = { state: ClockState; offset: number; settled?: boolean; status: TicketStatus; next: NextAction }

const SCENES: readonly Scene[] = [
  { state: 'breached', offset: -95 * MINUTE, status: 'open', next: 'respond' },
  { state: 'running', offset: 4 * MINUTE, status: 'new', next: 'assess' },
  { state: 'running', offset: 38 * MINUTE, status: 'new', next: 'take-ownership' },
  { state: 'running', offset: 3 * HOUR, status: 'open', next: 'update-customer' },
  { state: 'paused', offset: 2 * HOUR, status: 'awaiting-customer', next: 'await-customer' },
  { state: 'outside-hours', offset: 14 * HOUR, status: 'open', next: 'resolve' },
  { state: 'excluded', offset: 5 * HOUR, status: 'awaiting-mno', next: 'chase-mno' },
  { state: 'met', offset: 20 * MINUTE, settled: true, status: 'open', next: 'resolve' },
  { state: 'breached', offset: -10 * MINUTE, settled: true, status: 'open', next: 'resolve' },
  { state: 'not-promised', offset: 0, status: 'open', next: 'confirm-fix' },
  { state: 'cannot-be-computed', offset: 0, status: 'new', next: 'assess' },
  { state: 'running', offset: 26 * HOUR, status: 'on-hold', next: 'call-back' },
]

/** Sixty made-up rows that show every clock state, next action and length of text. */
export function fakeRows(now: number): BoardRow[] {
  return Array.from({ length: 60 }, (_, index) => fakeRow(index, now))
}

export function fakeRow(index: number, now: number): BoardRow {
  const scene = pick(SCENES, index)
  const severity = pick(SEVERITIES, Math.floor(index / 3))
  const createdAt = now - (30 + index * 17) * MINUTE
  const response = fakeClock(
    'first-response',
    scene,
    createdAt,
    now + Math.floor(index / SCENES.length) * 7 * MINUTE,
  )
  const resolution = fakeClock(
    'resolution',
    { ...scene, settled: false, offset: scene.offset + 4 * HOUR },
    createdAt,
    now,
  )
  // Some of the breached ones have come to a step of their contract's ladder.
  const isEscalated = scene.state === 'breached' && scene.settled !== true && index % 24 === 12
  return {
    ticketId: `fake-desk:${1000 + index}`,
    sourceId: 'fake-desk',
    caseNumber: String(1000 + index),
    subject: pick(SUBJECTS, index),
    customer: index % 11 === 10 ? null : pick(CUSTOMERS, index),
    queue: pick(QUEUES, index),
    owner: pick(OWNERS, index),
    status: scene.status,
    domain: pick(['provider', 'mno', 'customer', null] as const, index),
    reportedSeverity: severity,
    assessedSeverity: index % 4 === 0 ? null : severity,
    severityRank: scene.state === 'cannot-be-computed' ? null : SEVERITIES.indexOf(severity),
    policyId: 'wireless-logic-enterprise',
    createdAt,
    updatedAt: now - index * MINUTE,
    updatedBy: pick(['customer', 'provider', 'mno', 'system'] as const, index),
    url: `https://desk.example/Ticket/Display.html?id=${1000 + index}`,
    clocks: [response, resolution],
    court:
      scene.status === 'awaiting-customer'
        ? 'customer'
        : scene.status === 'awaiting-mno'
          ? 'mno'
          : 'provider',
    nextAction: isEscalated ? 'escalate' : scene.next,
    escalation: isEscalated
      ? { stepId: 'first-response/1', role: 'Manager of technical support', dueAt: now - 20 * MINUTE }
      : null,
    failedFixAt: null,
    divergenceMs: index % 5 === 2 ? (index % 2 === 0 ? 130 : -45) * MINUTE : null,
    dutyDeskId: response.dueAt === null ? null : 'north',
    derivedAt: now,
  }
}

function fakeClock(metric: string, scene: Scene, startedAt: number, now: number): Clock {
  const due = now + scene.offset
  const held = scene.state === 'paused' || scene.state === 'outside-hours'
  const computed =
    scene.state !== 'not-promised' && scene.state !== 'cannot-be-computed' && scene.state !== 'excluded'
  return {
    id: metric,
    metric,
    state: scene.state,
    startedAt: scene.state === 'cannot-be-computed' ? null : startedAt,
    dueAt: computed && scene.state !== 'paused' ? due : null,
    atRiskAt: computed ? due - 30 * MINUTE : null,
    goalAt: metric === 'resolution' && computed ? due - HOUR : null,
    settledAt: scene.settled === true ? now - 2 * MINUTE : null,
    breachedAt: scene.state === 'breached' ? due : null,
    targetMs: computed ? due - startedAt : null,
    countedMs: Math.max(0, now - startedAt),
    remainingMs: computed ? due - now : null,
    heldSince: held ? now - 25 * MINUTE : null,
    runsAgainAt: scene.state === 'outside-hours' ? now + 9 * HOUR : null,
    changesAt: scene.state === 'running' ? due : null,
    reason: { key: scene.state, values: {} },
  }
}

function pick<T>(values: readonly T[], index: number): T {
  const [value] = values.slice(index % values.length)
  if (value === undefined) throw new Error('pick needs at least one value')
  return value
}
