import type { AttributeSettings } from './attributes.ts'
import type { CauseSettings } from './plant-causes.ts'

/** How a case of single records is made. */
export interface RecordSettings extends AttributeSettings, CauseSettings {
  /** Share of records that fail without any cause. */
  readonly baseRate: number
  /** Share of values blanked after the truth is fixed: records whose cause is blank stay failed. */
  readonly blanks: number
  /** Attributes whose values always fail more or less often, and by how much (sigma of a log-normal factor). */
  readonly chronic: { readonly attributes: number; readonly spread: number } | null
  /**
   * So many failing and working records are picked, as a desk does by hand; `explained` is the share of the failing
   * ones that come from the causes.
   */
  readonly caseControl: {
    readonly failed: number
    readonly working: number
    readonly explained: readonly [number, number]
  } | null
  /** Rows that are alike are merged into one with its weights; extras are left out then. */
  readonly merged: boolean
  /** Adds an ICCID and a called number. */
  readonly identifiers: boolean
  /** Adds the SIP code, which follows from the failure. */
  readonly outcomeProxy: boolean
  /** Adds the time of day; each cause is active for some hours only. */
  readonly timeWindow: boolean
}

const usual: RecordSettings = {
  rows: 20_000,
  attributes: 15,
  cardinality: [2, 200],
  skew: [0.6, 1.4],
  determined: 1,
  following: 1,
  strength: [0.6, 0.9],
  causes: [1, 2],
  orders: [1, 2],
  coverage: [0.01, 0.1],
  failingShare: [0.4, 0.9],
  baseRate: 0.03,
  blanks: 0,
  chronic: null,
  caseControl: null,
  merged: false,
  identifiers: false,
  outcomeProxy: false,
  timeWindow: false,
}

/** What a cause of a hand-picked sample covers in the traffic it is picked from. */
const coverageBeforePicking: readonly [number, number] = [0.005, 0.25]

export const recordPresets = {
  tiny: {
    ...usual,
    rows: 40_000,
    attributes: 12,
    cardinality: [2, 60],
    causes: [1, 1],
    failingShare: [0.7, 0.95],
    baseRate: 0.01,
    coverage: coverageBeforePicking,
    caseControl: { failed: 100, working: 100, explained: [0.5, 0.95] },
  },
  tiny_mixed: {
    ...usual,
    rows: 40_000,
    attributes: 20,
    failingShare: [0.5, 0.9],
    baseRate: 0.02,
    determined: 2,
    following: 2,
    coverage: coverageBeforePicking,
    caseControl: { failed: 100, working: 100, explained: [0.25, 0.6] },
  },
  small: {
    ...usual,
    rows: 2_000,
    cardinality: [2, 100],
    failingShare: [0.5, 0.9],
    baseRate: 0.02,
    coverage: [0.02, 0.15],
  },
  medium: {
    ...usual,
    rows: 50_000,
    attributes: 20,
    cardinality: [2, 500],
    causes: [1, 3],
    orders: [1, 3],
    failingShare: [0.3, 0.9],
    determined: 2,
    following: 2,
    coverage: [0.004, 0.08],
  },
  hard: {
    ...usual,
    rows: 200_000,
    attributes: 30,
    cardinality: [2, 2_000],
    causes: [2, 4],
    orders: [1, 3],
    failingShare: [0.15, 0.6],
    baseRate: 0.05,
    determined: 4,
    following: 4,
    coverage: [0.002, 0.04],
    blanks: 0.03,
  },
  confounded: {
    ...usual,
    rows: 100_000,
    attributes: 20,
    cardinality: [2, 300],
    failingShare: [0.3, 0.7],
    determined: 2,
    following: 6,
    strength: [0.75, 0.97],
    coverage: [0.01, 0.08],
  },
  null: {
    ...usual,
    attributes: 20,
    cardinality: [2, 500],
    causes: [0, 0],
    baseRate: 0.05,
    determined: 2,
    following: 2,
  },
  weak: {
    ...usual,
    rows: 50_000,
    attributes: 25,
    cardinality: [2, 1_000],
    causes: [1, 3],
    orders: [1, 3],
    failingShare: [0.05, 0.2],
    baseRate: 0.05,
    determined: 3,
    following: 4,
    coverage: [0.004, 0.03],
  },
  hetero: {
    ...usual,
    rows: 100_000,
    attributes: 20,
    cardinality: [2, 300],
    failingShare: [0.15, 0.5],
    determined: 2,
    following: 3,
    coverage: [0.005, 0.05],
    chronic: { attributes: 3, spread: 0.35 },
    blanks: 0.02,
  },
  big: {
    ...usual,
    rows: 1_000_000,
    attributes: 30,
    cardinality: [2, 2_000],
    causes: [2, 3],
    orders: [1, 3],
    failingShare: [0.3, 0.8],
    determined: 4,
    following: 4,
    coverage: [0.003, 0.05],
  },
} as const satisfies Record<string, RecordSettings>

export type RecordPreset = keyof typeof recordPresets
