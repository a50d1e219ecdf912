import type { ColumnProfile } from '../../records/record-set.ts'

type LayoutColumn = ColumnProfile['columns'][number]

function column(header: string, kind: LayoutColumn['kind'], role: LayoutColumn['role'] = null): LayoutColumn {
  return { header, name: header, kind, role }
}

/** Columns of a file without header are `column 1`, `column 2` and so on there. */
function inOrder(columns: readonly LayoutColumn[]): LayoutColumn[] {
  return columns.map((each, index) => ({ ...each, header: `column ${index + 1}` }))
}

const ASTERISK = [
  column('accountcode', 'category', 'customer'),
  column('src', 'digits', 'calling-number'),
  column('dst', 'digits', 'called-number'),
  column('dcontext', 'category'),
  column('clid', 'category'),
  column('channel', 'identifier'),
  column('dstchannel', 'identifier'),
  column('lastapp', 'category'),
  column('lastdata', 'category'),
  column('start', 'time', 'start'),
  column('answer', 'time'),
  column('end', 'time', 'end'),
  column('duration', 'number', 'duration'),
  column('billsec', 'number', 'duration'),
  column('disposition', 'category', 'status'),
  column('amaflags', 'category'),
  column('uniqueid', 'identifier', 'call-id'),
  column('userfield', 'category'),
]

const FREESWITCH = [
  column('caller_id_name', 'category'),
  column('caller_id_number', 'digits', 'calling-number'),
  column('destination_number', 'digits', 'called-number'),
  column('context', 'category'),
  column('start_stamp', 'time', 'start'),
  column('answer_stamp', 'time'),
  column('end_stamp', 'time', 'end'),
  column('duration', 'number', 'duration'),
  column('billsec', 'number', 'duration'),
  column('hangup_cause', 'category', 'release-cause'),
  column('uuid', 'identifier', 'call-id'),
  column('bleg_uuid', 'identifier'),
  column('accountcode', 'category', 'customer'),
  column('read_codec', 'category', 'codec'),
  column('write_codec', 'category', 'codec'),
]

/**
 * Layouts that the program knows. `header` names what must be there; other columns are recognised as in any file.
 * Without header: the columns in order, of which a file may have fewer at the end.
 */
export const KNOWN_LAYOUTS: readonly ColumnProfile[] = [
  {
    id: 'asterisk-csv',
    name: 'Asterisk CDR (Master.csv)',
    header: [],
    hasHeader: false,
    columns: inOrder(ASTERISK),
  },
  {
    id: 'asterisk-table',
    name: 'Asterisk CDR (table)',
    header: ['src', 'dst', 'dcontext', 'disposition', 'billsec'],
    hasHeader: true,
    columns: [
      ...ASTERISK.filter(({ header }) => header !== 'start'),
      column('start', 'time', 'start'),
      column('calldate', 'time', 'start'),
    ],
  },
  {
    id: 'freeswitch-csv',
    name: 'FreeSWITCH CDR (CSV)',
    header: [],
    hasHeader: false,
    columns: inOrder(FREESWITCH),
  },
  {
    id: 'freeswitch-table',
    name: 'FreeSWITCH CDR (table)',
    header: ['caller_id_number', 'destination_number', 'start_stamp', 'hangup_cause'],
    hasHeader: true,
    columns: FREESWITCH,
  },
  {
    id: 'freeswitch-json',
    name: 'FreeSWITCH CDR (JSON)',
    header: ['variables.uuid', 'variables.hangup_cause', 'variables.start_epoch'],
    hasHeader: true,
    columns: [
      column('variables.uuid', 'identifier'),
      column('variables.sip_call_id', 'identifier', 'call-id'),
      column('variables.start_epoch', 'time', 'start'),
      column('variables.end_epoch', 'time', 'end'),
      column('variables.duration', 'number', 'duration'),
      column('variables.billsec', 'number', 'duration'),
      column('variables.hangup_cause', 'category', 'release-cause'),
      column('variables.hangup_cause_q850', 'number', 'release-cause'),
      column('variables.sip_term_status', 'number', 'sip-code'),
      column('variables.sip_gateway_name', 'category', 'gateway'),
      column('variables.read_codec', 'category', 'codec'),
      column('variables.write_codec', 'category', 'codec'),
      column('variables.accountcode', 'category', 'customer'),
      column('variables.caller_id_number', 'digits', 'calling-number'),
      column('variables.destination_number', 'digits', 'called-number'),
    ],
  },
  {
    id: 'kamailio-acc',
    name: 'Kamailio acc',
    header: ['method', 'from_tag', 'to_tag', 'callid', 'sip_code', 'sip_reason', 'time'],
    hasHeader: true,
    columns: [
      column('method', 'category'),
      column('from_tag', 'identifier'),
      column('to_tag', 'identifier'),
      column('callid', 'identifier', 'call-id'),
      column('sip_code', 'number', 'sip-code'),
      column('sip_reason', 'category', 'status'),
      column('time', 'time', 'start'),
      column('src_user', 'digits', 'calling-number'),
      column('dst_user', 'digits', 'called-number'),
      column('dst_ouser', 'digits', 'called-number'),
    ],
  },
  {
    id: 'connexcs-csv',
    name: 'ConnexCS-like CDR',
    header: ['callid', 'dt', 'customer_id', 'provider_id', 'duration'],
    hasHeader: true,
    columns: [
      column('callid', 'identifier', 'call-id'),
      column('dt', 'time', 'start'),
      column('customer_id', 'category', 'customer'),
      column('provider_id', 'category', 'carrier'),
      column('duration', 'number', 'duration'),
    ],
  },
  {
    id: 'sim-list',
    name: 'List of SIMs',
    header: ['iccid', 'imsi', 'msisdn'],
    hasHeader: true,
    columns: [
      column('iccid', 'digits', 'iccid'),
      column('imsi', 'digits', 'imsi'),
      column('msisdn', 'digits', 'msisdn'),
    ],
  },
]
