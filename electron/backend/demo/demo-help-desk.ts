import type { DemoCustomer } from './demo-cast.ts'
import type { DemoStep } from './demo-steps.ts'
import type { DemoTicket } from './demo-tickets.ts'

/** Transactions of one ticket are numbered within these. */
const TRANSACTIONS_PER_TICKET = 100
const PAGE_SIZE = 100

const STATUS_AT_BIRTH = 'new'
/** Numbers of the custom fields, as Request Tracker gives each its own. */
const FIELDS = {
  Customer: '1',
  Severity: '2',
  'Reported severity': '3',
  Domain: '4',
  Channel: '5',
  'Customers affected': '6',
} as const

interface Transaction {
  readonly id: string
  readonly ticket: DemoTicket
  readonly at: number
  readonly type: string
  readonly by: string
  readonly field: string
  readonly oldValue: string
  readonly newValue: string
  readonly text: string | null
}

interface State {
  status: string
  owner: string
  severity: string
  domain: string
  customersAffected: string
}

/** Request Tracker writes whole seconds. */
function rtTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

function authorOf(step: DemoStep, customer: DemoCustomer): string {
  return step.by ?? customer.help
}

function transactionOf(ticket: DemoTicket, step: DemoStep, place: number, state: State): Transaction {
  const plain = {
    id: String(ticket.number * TRANSACTIONS_PER_TICKET + place),
    ticket,
    at: step.at,
    by: authorOf(step, ticket.customer),
    field: '',
    oldValue: '',
    newValue: '',
    text: null,
  }
  if (step.kind === 'reply' || step.kind === 'note') {
    return { ...plain, type: step.kind === 'reply' ? 'Correspond' : 'Comment', text: step.text }
  }
  if (step.kind === 'status') {
    return { ...plain, type: 'Status', field: 'Status', oldValue: state.status, newValue: step.status }
  }
  if (step.kind === 'owner') {
    return { ...plain, type: 'Set', field: 'Owner', oldValue: state.owner, newValue: step.owner }
  }
  const oldValue = {
    Severity: state.severity,
    Domain: state.domain,
    'Customers affected': state.customersAffected,
  }[step.field]
  return { ...plain, type: 'CustomField', field: FIELDS[step.field], oldValue, newValue: step.value }
}

function apply(state: State, step: DemoStep): void {
  if (step.kind === 'status') state.status = step.status
  if (step.kind === 'owner') state.owner = step.owner
  if (step.kind === 'field' && step.field === 'Severity') state.severity = step.value
  if (step.kind === 'field' && step.field === 'Domain') state.domain = step.value
  if (step.kind === 'field' && step.field === 'Customers affected') state.customersAffected = step.value
}

/** What has happened to a ticket by `now`, and where it stands. */
function replay(
  ticket: DemoTicket,
  now: number,
): { transactions: Transaction[]; state: State; updatedAt: number } {
  const state: State = {
    status: STATUS_AT_BIRTH,
    owner: 'Nobody',
    severity: ticket.severity,
    domain: '',
    customersAffected: '',
  }
  const first: Transaction = {
    id: String(ticket.number * TRANSACTIONS_PER_TICKET),
    ticket,
    at: ticket.createdAt,
    type: 'Create',
    by: ticket.customer.help,
    field: '',
    oldValue: '',
    newValue: '',
    text: ticket.text,
  }
  const transactions = [first]
  for (const step of ticket.steps) {
    if (step.at > now) break
    transactions.push(transactionOf(ticket, step, transactions.length, state))
    apply(state, step)
  }
  return { transactions, state, updatedAt: transactions.at(-1)?.at ?? ticket.createdAt }
}

function ticketAnswer(ticket: DemoTicket, now: number): object {
  const { state, updatedAt } = replay(ticket, now)
  const values = [
    ['Customer', ticket.customer.name],
    ['Severity', state.severity],
    ['Reported severity', ticket.severity],
    ['Domain', state.domain],
    ['Customers affected', state.customersAffected],
    ['Channel', 'web'],
  ] as const
  return {
    id: String(ticket.number),
    type: 'ticket',
    Subject: ticket.subject,
    Status: state.status,
    Priority: '0',
    Queue: { id: '1', Name: 'NOC' },
    Owner: { id: state.owner },
    Requestor: [{ id: ticket.customer.help, EmailAddress: ticket.customer.help }],
    CustomFields: values.map(([name, value]) => ({
      id: FIELDS[name],
      name,
      values: value === '' ? [] : [value],
    })),
    Created: rtTime(ticket.createdAt),
    LastUpdated: rtTime(updatedAt),
    Due: '1970-01-01T00:00:00Z',
  }
}

function transactionAnswer(transaction: Transaction): object {
  return {
    id: transaction.id,
    type: 'transaction',
    Type: transaction.type,
    ObjectId: String(transaction.ticket.number),
    Creator: { id: transaction.by },
    Created: rtTime(transaction.at),
    Field: transaction.field,
    OldValue: transaction.oldValue,
    NewValue: transaction.newValue,
  }
}

function page(items: readonly object[], parameters: URLSearchParams): object {
  const number = Math.max(1, Number(parameters.get('page') ?? '1'))
  const from = (number - 1) * PAGE_SIZE
  const shown = items.slice(from, from + PAGE_SIZE)
  return {
    items: shown,
    count: shown.length,
    total: items.length,
    page: number,
    per_page: PAGE_SIZE,
    pages: Math.ceil(items.length / PAGE_SIZE),
  }
}

/** Numbers that a TicketSQL text names as `field = N`. The demo desk understands only what our connector asks. */
function namedNumbers(query: string, field: 'id' | 'ObjectId'): Set<number> | null {
  const found = [...query.matchAll(new RegExp(`\\b${field} = (\\d+)`, 'g'))].map((match) => Number(match[1]))
  return found.length === 0 ? null : new Set(found)
}

function listTickets(known: readonly DemoTicket[], parameters: URLSearchParams, now: number): object {
  const query = parameters.get('query') ?? ''
  const named = namedNumbers(query, 'id')
  const after = Math.max(0, ...[...query.matchAll(/\bid > (\d+)/g)].map((match) => Number(match[1])))
  const listed = known.filter(
    (ticket) => ticket.number > after && (named === null || named.has(ticket.number)),
  )
  if (parameters.get('orderby') === 'LastUpdated') {
    const changed = new Map(listed.map((ticket) => [ticket, replay(ticket, now).updatedAt]))
    listed.sort((a, b) => (changed.get(b) ?? 0) - (changed.get(a) ?? 0) || b.number - a.number)
  }
  return page(
    listed.map((ticket) => ticketAnswer(ticket, now)),
    parameters,
  )
}

function listTransactions(known: readonly DemoTicket[], parameters: URLSearchParams, now: number): object {
  const named = namedNumbers(parameters.get('query') ?? '', 'ObjectId')
  // Without numbers it asks who left: nobody leaves the demo desk.
  const asked = named === null ? [] : known.filter((ticket) => named.has(ticket.number))
  const transactions = asked.flatMap((ticket) => replay(ticket, now).transactions)
  return page(transactions.map(transactionAnswer), parameters)
}

/** One attachment per text, with the transaction's own number. */
function listAttachments(
  known: readonly DemoTicket[],
  body: unknown,
  parameters: URLSearchParams,
  now: number,
): object {
  const limits: readonly unknown[] = Array.isArray(body) ? body : []
  const wanted = new Set(
    limits.flatMap((limit) =>
      typeof limit === 'object' && limit !== null && 'value' in limit ? [String(limit.value)] : [],
    ),
  )
  const numbers = new Set([...wanted].map((id) => Math.floor(Number(id) / TRANSACTIONS_PER_TICKET)))
  const found = known
    .filter((ticket) => numbers.has(ticket.number))
    .flatMap((ticket) => replay(ticket, now).transactions)
    .filter((transaction) => transaction.text !== null && wanted.has(transaction.id))
  return page(
    found.map((transaction) => ({
      id: transaction.id,
      type: 'attachment',
      TransactionId: transaction.id,
      ContentType: 'text/plain',
      Filename: '',
      ContentLength: String(transaction.text?.length ?? 0),
      Content: transaction.text ?? '',
    })),
    parameters,
  )
}

/**
 * Answers like Request Tracker 5's REST 2.0 with the tickets it knows, as far as our connector asks it: the demo world
 * comes in by the same door as a real help desk. Null for a path it does not know.
 */
export function answerAsHelpDesk(
  known: readonly DemoTicket[],
  url: URL,
  body: unknown,
  now: number,
): object | null {
  const path = url.pathname.replace(/^\/REST\/2\.0/, '')
  if (path === '/rt') return { Version: '5.0.0-demo' }
  if (path === '/queues/all') return page([{ id: '1', type: 'queue', Name: 'NOC' }], url.searchParams)
  if (path === '/tickets') return listTickets(known, url.searchParams, now)
  if (path === '/transactions') return listTransactions(known, url.searchParams, now)
  if (path === '/attachments') return listAttachments(known, body, url.searchParams, now)
  const user = /^\/user\/(.+)$/.exec(path)?.[1]
  if (user !== undefined) {
    const name = decodeURIComponent(user)
    return { Name: name, Privileged: name.includes('@') ? 0 : 1 }
  }
  const number = /^\/ticket\/(\d+)$/.exec(path)?.[1]
  const ticket = known.find((candidate) => String(candidate.number) === number)
  return ticket === undefined ? null : ticketAnswer(ticket, now)
}
