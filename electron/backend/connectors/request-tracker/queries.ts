// TicketSQL and TransactionSQL. No date ever goes into a query: RT reads them in the time zone of the log-in user,
// even with "UTC" behind them, and takes "2026-11-22T18:23:32Z" for the midnight before (RT 5.0.3, RT::Date).

/** Tickets of these queues; all that may be seen where none is named. */
export function inQueues(queues: readonly string[]): string {
  if (queues.length === 0) return 'id > 0'
  return `(${queues.map((name) => `Queue = ${quoted(name)}`).join(' OR ')})`
}

export function withIds(field: 'id' | 'ObjectId', ids: readonly string[]): string {
  return `(${ids.map((id) => `${field} = ${whole(id)}`).join(' OR ')})`
}

/** Transactions that may have taken a ticket out of our sight: moved, merged or deleted. */
export function departuresAfter(transaction: string): string {
  return (
    `ObjectType = 'RT::Ticket' AND id > ${whole(transaction)} AND (` +
    "(Type = 'Set' AND Field = 'Queue') OR " +
    "(Type = 'AddLink' AND Field = 'MergedInto') OR " +
    "(Type = 'Status' AND NewValue = 'deleted'))"
  )
}

/** What becomes an event; mail records and watchers stay behind. */
const EVENT_TYPES = [
  'Create',
  'Correspond',
  'Comment',
  'Status',
  'Set',
  'Take',
  'Steal',
  'Untake',
  'Give',
  'Force',
  'CustomField',
  'AddLink',
]

export function historyOf(tickets: readonly string[]): string {
  const types = EVENT_TYPES.map((type) => `Type = '${type}'`).join(' OR ')
  return `ObjectType = 'RT::Ticket' AND ${withIds('ObjectId', tickets)} AND (${types})`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

/** Ids come from outside: only digits may enter a query. */
function whole(id: string): string {
  if (!/^\d{1,18}$/.test(id)) throw new TypeError(`"${id.slice(0, 20)}" is no id of Request Tracker`)
  return id
}
