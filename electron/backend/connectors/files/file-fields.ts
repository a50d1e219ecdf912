import type { FileMapping } from '../../../../shared/contract/tickets.ts'
import type { TicketStatus } from '../../../../shared/records/ticket.ts'

/** What a row of a file can tell us. A mapping names a column for each; docs/connectors.md explains them. */
export const FILE_FIELDS = [
  'record',
  'id',
  'caseNumber',
  'subject',
  'status',
  'customer',
  'queue',
  'owner',
  'requestor',
  'channel',
  'reportedSeverity',
  'assessedSeverity',
  'domain',
  'createdAt',
  'updatedAt',
  'firstResponseAt',
  'resolvedAt',
  'dueAt',
  'url',
  'ticketId',
  'eventId',
  'kind',
  'at',
  'side',
  'author',
  'text',
  'from',
  'to',
  'reason',
  'basis',
  'name',
] as const
export type FileField = (typeof FILE_FIELDS)[number]

/** What help desks call these columns, in letters and digits only. */
const ALIASES: Readonly<Partial<Record<FileField, readonly string[]>>> = {
  record: ['recordtype'],
  id: [
    'number',
    'ticketnumber',
    'ticketno',
    'case',
    'caseid',
    'key',
    'issuekey',
    'reference',
    'ref',
    'incident',
  ],
  caseNumber: ['caseno', 'casenumber'],
  subject: ['summary', 'title', 'shortdescription', 'asunto'],
  status: ['state', 'estado'],
  customer: ['account', 'company', 'client', 'organization', 'organisation', 'cliente'],
  queue: ['group', 'team', 'assignmentgroup', 'cola'],
  owner: ['assignee', 'assignedto', 'agent'],
  requestor: ['requester', 'reporter', 'caller', 'openedby', 'contact'],
  channel: ['source', 'via', 'contacttype'],
  reportedSeverity: ['severity', 'priority', 'urgency', 'prioridad'],
  assessedSeverity: ['assessedpriority', 'internalpriority'],
  domain: ['responsibility'],
  createdAt: ['created', 'opened', 'openedat', 'createdon', 'createddate', 'creationdate', 'raised'],
  updatedAt: ['updated', 'lastupdated', 'modified', 'lastmodified', 'updatedon'],
  firstResponseAt: ['firstresponse', 'firstreply', 'respondedat', 'responded'],
  resolvedAt: ['resolved', 'solved', 'closed', 'closedat', 'resolutiondate'],
  dueAt: ['due', 'duedate', 'sladue'],
  url: ['link', 'href', 'permalink'],
  ticketId: ['ticket'],
  eventId: [],
  kind: ['event', 'eventkind', 'eventtype', 'action'],
  at: ['time', 'timestamp', 'when', 'date'],
  author: ['actor', 'user', 'by'],
  text: ['body', 'comment', 'message', 'description', 'content'],
}

/** What help desks call their statuses. */
const STATUS_WORDS: Readonly<Record<string, TicketStatus>> = {
  pending: 'awaiting-customer',
  'waiting for customer': 'awaiting-customer',
  'awaiting user info': 'awaiting-customer',
  'waiting for operator': 'awaiting-mno',
  'in progress': 'open',
  'work in progress': 'open',
  assigned: 'open',
  reopened: 'open',
  hold: 'on-hold',
  'on hold': 'on-hold',
  stalled: 'on-hold',
  solved: 'resolved',
  done: 'resolved',
  rejected: 'withdrawn',
  cancelled: 'withdrawn',
  canceled: 'withdrawn',
}

/** A mapping from the columns' names alone. */
export function guessMapping(columns: readonly string[]): FileMapping {
  const taken = new Set<string>()
  const guessed: Record<string, string> = {}
  // Exact names first, so that an alias of one field cannot take another's own column.
  for (const words of [exactWords, aliasWords]) {
    for (const field of FILE_FIELDS.filter((name) => guessed[name] === undefined)) {
      const column = columns.find((name) => !taken.has(name) && words(field).includes(bare(name)))
      if (column === undefined) continue
      guessed[field] = column
      taken.add(column)
    }
  }
  // "Ticket" is the number of a ticket, unless the file is a list of events.
  if (guessed['id'] === undefined && guessed['ticketId'] !== undefined && !listsEvents(guessed)) {
    guessed['id'] = guessed['ticketId']
    delete guessed['ticketId']
  }
  return { columns: guessed, constants: {}, statuses: { ...STATUS_WORDS }, severities: {}, timeZone: null }
}

/** Whether every row of the file is an event: it says of which ticket, when and what. */
export function listsEvents(columns: Readonly<Record<string, string>>): boolean {
  const { record, ticketId, at, kind } = columns
  return record === undefined && ticketId !== undefined && at !== undefined && kind !== undefined
}

function exactWords(field: FileField): string[] {
  return [field.toLowerCase()]
}

function aliasWords(field: FileField): readonly string[] {
  return ALIASES[field] ?? []
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
