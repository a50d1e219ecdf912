import type { Replication } from '../../records/incident-report.ts'

/** Who can make a fault happen, from weak evidence to strong (how an expert works a fault, seed 003). */
export interface ReplicationLevel {
  readonly level: Replication
  /** Null: nobody can, or nobody has tried. */
  readonly by: 'customer' | 'provider' | null
  /** Whether it fails alone, apart from other traffic, whenever it is asked to. */
  readonly isIsolated: boolean
}

/** Weakest first: the order in which a report may only get better. */
export const REPLICATION_LEVELS: readonly ReplicationLevel[] = [
  { level: 'poor', by: null, isIsolated: false },
  { level: 'good', by: 'customer', isIsolated: false },
  { level: 'isolation', by: 'provider', isIsolated: true },
]
