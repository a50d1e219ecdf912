import type { Alert } from '../../shared/contract/alerts.ts'
import { compareAlerts, isCritical } from './alert-order.ts'

/** Alerts that popped up together, those of them that still stand. */
export interface Notice {
  readonly id: number
  readonly alerts: readonly Alert[]
  /** Since when its time runs, in ms of the page's own counter. */
  readonly since: number
  /** Somebody points at it or has the focus in it: its time stands still. */
  readonly isHeld: boolean
  /** Came together because nobody could be told earlier: quiet hours, or another desk's watch. */
  readonly isBelated: boolean
}

export interface NoticeState {
  /** Alerts told or known before; null before the first look. */
  readonly known: ReadonlySet<string> | null
  /** New alerts that nobody was told of yet, with when they came. */
  readonly waiting: ReadonlyMap<string, number>
  /** When the first of those that may be told now could be. */
  readonly gatheringSince: number | null
  /** Oldest first. */
  readonly notices: readonly Notice[]
  readonly nextId: number
}

export interface NoticeInput {
  /** All alerts that stand, as far as they are known. */
  readonly alerts: readonly Alert[]
  /** Whether one may ring for this person now (`shared/shifts/attention.ts`). */
  readonly mayRing: (alert: Alert) => boolean
  /** A monotone counter in ms of real time. */
  readonly at: number
}

/** Alerts within this time are one notice. */
export const GATHER_MS = 2_000
/** How long a notice stays that is not critical. */
const SHOWN_MS = 15_000
/** More cards would cover the board: what comes then joins the newest. */
const MOST_NOTICES = 3

export const NO_NOTICES: NoticeState = {
  known: null,
  waiting: new Map(),
  gatheringSince: null,
  notices: [],
  nextId: 1,
}

/** Whether the notice stays until somebody acts on it. */
export function isLasting(notice: Notice): boolean {
  return notice.alerts.some(isCritical)
}

/** A notice's alerts in the order it names them: the critical ones, for whose sake it stays, before all others. */
export function inOrder({ alerts }: Notice): Alert[] {
  return alerts.toSorted(
    (left, right) => Number(isCritical(right)) - Number(isCritical(left)) || compareAlerts(left, right),
  )
}

/**
 * What a page shows next. What stood at the first look was known; what comes later waits until it may ring, so that
 * the end of quiet hours or a change of watch gives one notice of all that came meanwhile and still stands. Returns
 * the same state if nothing changes.
 */
export function nextNotices(state: NoticeState, { alerts, mayRing, at }: NoticeInput): NoticeState {
  const ids = new Set(alerts.map(({ id }) => id))
  const { known } = state
  if (known === null) return { ...state, known: ids }
  const unseen = new Map(alerts.flatMap((alert) => (alert.acknowledged === null ? [[alert.id, alert]] : [])))

  const fresh = [...unseen.keys()].filter((id) => !known.has(id))
  const waiting = [...state.waiting, ...fresh.map((id): [string, number] => [id, at])].filter(([id]) =>
    unseen.has(id),
  )
  const due = waiting.flatMap(([id]) => unseen.get(id) ?? []).filter(mayRing)
  const since = due.length === 0 ? null : (state.gatheringSince ?? at)
  const isTold = since !== null && at - since >= GATHER_MS
  const told = new Set(isTold ? due.map(({ id }) => id) : [])
  const isBelated = waiting.some(([id, came]) => told.has(id) && since !== null && came < since)

  const standing = keepStanding(state.notices, unseen, at)
  const next: NoticeState = {
    known: isSameSet(ids, known) ? known : ids,
    waiting: new Map(waiting.filter(([id]) => !told.has(id))),
    gatheringSince: isTold ? null : since,
    notices: isTold ? addNotice(standing, { id: state.nextId, alerts: due, since: at, isBelated }) : standing,
    nextId: isTold ? state.nextId + 1 : state.nextId,
  }
  return isSameState(state, next) ? state : next
}

/** Without what was acknowledged or is over, and without notices whose time is up. */
function keepStanding(
  notices: readonly Notice[],
  unseen: ReadonlyMap<string, Alert>,
  at: number,
): readonly Notice[] {
  const kept = notices.flatMap((notice) => {
    const alerts = notice.alerts.flatMap(({ id }) => unseen.get(id) ?? [])
    const isSame =
      alerts.length === notice.alerts.length && alerts.every((each, i) => each === notice.alerts[i])
    const standing = isSame ? notice : { ...notice, alerts }
    const isOver = !notice.isHeld && !isLasting(standing) && at - notice.since >= SHOWN_MS
    return alerts.length === 0 || isOver ? [] : [standing]
  })
  const isSame = kept.length === notices.length && kept.every((each, i) => each === notices[i])
  return isSame ? notices : kept
}

function addNotice(notices: readonly Notice[], added: Omit<Notice, 'isHeld'>): readonly Notice[] {
  const newest = notices.at(-1)
  if (newest === undefined || notices.length < MOST_NOTICES) return [...notices, { ...added, isHeld: false }]
  const joined = { ...newest, alerts: [...newest.alerts, ...added.alerts], since: added.since }
  return [...notices.slice(0, -1), joined]
}

export function dismissNotice(state: NoticeState, id: number): NoticeState {
  return { ...state, notices: state.notices.filter((notice) => notice.id !== id) }
}

/** Stops a notice's time, or lets it run again from its start. */
export function holdNotice(state: NoticeState, id: number, isHeld: boolean, at: number): NoticeState {
  return {
    ...state,
    notices: state.notices.map((notice) => (notice.id === id ? { ...notice, isHeld, since: at } : notice)),
  }
}

function isSameSet(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((id) => right.has(id))
}

function isSameState(left: NoticeState, right: NoticeState): boolean {
  return (
    left.known === right.known &&
    left.gatheringSince === right.gatheringSince &&
    left.notices === right.notices &&
    left.nextId === right.nextId &&
    left.waiting.size === right.waiting.size &&
    [...left.waiting.keys()].every((id) => right.waiting.has(id))
  )
}
