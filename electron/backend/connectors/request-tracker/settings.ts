import * as z from 'zod'
import type { SettingField } from '../../../../shared/contract/sources.ts'
import { channel } from '../../../../shared/records/ticket.ts'
import { severityMap, type SeverityMap } from '../mapping/severity-map.ts'
import { statusMap, type StatusMap } from '../mapping/status-map.ts'
import { settingField } from '../setting-field.ts'

/** Request Tracker's own statuses. Stalled: nothing happens until somebody writes again. */
const STOCK_STATUSES: StatusMap = {
  new: 'new',
  open: 'open',
  stalled: 'on-hold',
  resolved: 'resolved',
  rejected: 'withdrawn',
  deleted: 'withdrawn',
}

/** Around Request Tracker's stock priorities Low 0, Medium 50, High 100. */
const STOCK_SEVERITIES: SeverityMap = { '90+': 'P1', '60-89': 'P2', '30-59': 'P3', '0-29': 'P4' }

/**
 * Where our fields come from: a custom field by name, or one of `Priority`, `Queue`, `Owner`, `Requestor`,
 * `Requestor domain`. A ticket without such a field has none.
 */
export const MAPPED_FIELDS = [
  'customer',
  'domain',
  'reportedSeverity',
  'assessedSeverity',
  'channel',
  'phoneCall',
] as const
export type MappedField = (typeof MAPPED_FIELDS)[number]

const STOCK_FIELDS: Readonly<Record<MappedField, string>> = {
  customer: 'Customer',
  domain: 'Domain',
  reportedSeverity: 'Reported severity',
  assessedSeverity: 'Priority',
  channel: 'Channel',
  phoneCall: 'Phone call',
}

const address = z
  .string()
  .trim()
  // A bare host means https, as for status pages.
  .transform((value) => (/^[\w.-]+\.[\w.-]+(?::\d+)?(?:\/|$)/.test(value) ? `https://${value}` : value))
  .pipe(z.url({ protocol: /^https?$/, error: 'not an http or https address' }))
  .refine((value) => URL.parse(value)?.username === '', 'user and password belong into their own fields')
  .transform((value) => {
    // People paste the address of any page; the REST path is ours to add.
    const url = new URL(value)
    url.hash = ''
    url.search = ''
    return url.href.replace(/\/(?:REST\/2\.0|Ticket|Search|index\.html)(?:\/.*)?$/i, '').replace(/\/+$/, '')
  })

export const requestTrackerConfig = z.strictObject({
  address,
  /** Empty where a token is used. */
  user: z.string().default(''),
  /** Names of the queues to read; none means all the log-in may see. */
  queues: z.array(z.string().min(1)).default([]),
  statuses: statusMap.default(STOCK_STATUSES),
  severities: severityMap.default(STOCK_SEVERITIES),
  fields: z.partialRecord(z.enum(MAPPED_FIELDS), z.string()).default(STOCK_FIELDS),
  phoneMarker: z.string().default('[phone]'),
  defaultChannel: channel.default('email'),
  /** Users and e-mail domains of mobile network operators: what they write is the MNO's side. */
  mnoSenders: z.array(z.string().min(1)).default([]),
})
export type RequestTrackerConfig = z.infer<typeof requestTrackerConfig>

export const requestTrackerFields: readonly SettingField[] = [
  settingField('address', 'Address', 'address', {
    required: true,
    help: 'As in the browser, for example https://desk.example.com/rt',
  }),
  settingField('user', 'User', 'text', {
    help: 'Needs the rights to see queues, tickets and comments, nothing more.',
  }),
  settingField('password', 'Password', 'secret'),
  settingField('token', 'Token', 'secret', {
    help: 'Instead of user and password; quicker for Request Tracker to check.',
  }),
  settingField('queues', 'Queues', 'list', { help: 'Empty: every queue this user may see.', fallback: [] }),
  settingField('statuses', 'Statuses', 'status-map', { fallback: STOCK_STATUSES }),
  settingField('severities', 'Severities', 'severity-map', {
    help: 'A value, a range like 30-59, or 90+ for that and above.',
    fallback: STOCK_SEVERITIES,
  }),
  settingField('fields', 'Fields', 'field-map', {
    help: 'A custom field by name, or Priority, Queue, Owner, Requestor, Requestor domain.',
    fallback: { ...STOCK_FIELDS },
    choices: [...MAPPED_FIELDS],
  }),
  settingField('phoneMarker', 'Mark of a phone call', 'text', {
    help: 'A comment that begins with this is a phone call.',
    fallback: '[phone]',
  }),
  settingField('defaultChannel', 'Channel of a ticket that names none', 'choice', {
    fallback: 'email',
    choices: [...channel.options],
  }),
  settingField('mnoSenders', 'Mobile network operators', 'list', {
    help: 'Users or e-mail domains that write for an MNO.',
    fallback: [],
  }),
]
