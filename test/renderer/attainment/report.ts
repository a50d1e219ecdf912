import type { Attainment, AttainmentGoal, AttainmentRow } from '../../../shared/contract/attainment.ts'
import type { AttainmentView } from '../../../renderer/attainment/attainment-view.ts'
import type { Contracts } from '../../../renderer/attainment/use-contracts.ts'

export function row(change: Partial<AttainmentRow>): AttainmentRow {
  return {
    policyId: 'sim',
    severity: 'P1',
    customer: 'Andes Freight',
    month: '2026-06',
    metric: 'first-response',
    met: 1,
    breached: 0,
    excluded: 0,
    ...change,
  }
}

export function goal(change: Partial<AttainmentGoal>): AttainmentGoal {
  return {
    policyId: 'sim',
    name: '90 % within 4 h',
    metric: 'resolution',
    customer: 'Andes Freight',
    month: '2026-06',
    kept: 1,
    missed: 0,
    requiredShare: 0.9,
    ...change,
  }
}

export function report(rows: AttainmentRow[], goals: AttainmentGoal[] = []): Attainment {
  return { kind: 'result', tickets: 100, notComputable: 0, rows, goals }
}

export function view(change: Partial<AttainmentView> = {}): AttainmentView {
  return {
    from: '2026-06',
    to: '2026-08',
    timeZone: 'UTC',
    policyId: null,
    customer: null,
    metric: null,
    severity: null,
    grouping: 'severity',
    sort: null,
    goal: null,
    ...change,
  }
}

export const contracts: Contracts = {
  name: (id) => ({ sim: 'SIM Assist', desk: 'Help desk' })[id] ?? id,
  severityOrder: (id) => (id === 'sim' ? ['P1', 'P2', 'P3', 'P4'] : ['S1', 'S2']),
}
