import { expect, test } from 'vitest'
import { KNOWN_LAYOUTS } from '../../../../shared/commonality/recognise/known-layouts.ts'
import { layoutOfHeader, layoutOfRows } from '../../../../shared/commonality/recognise/recognise-layout.ts'
import { columnProfile } from '../../../../shared/records/record-set.ts'

test.each([
  ['asterisk-table', ['calldate', 'clid', 'src', 'dst', 'dcontext', 'channel', 'disposition', 'billsec']],
  ['freeswitch-table', ['caller_id_number', 'destination_number', 'start_stamp', 'hangup_cause', 'uuid']],
  ['freeswitch-json', ['core-uuid', 'variables.uuid', 'variables.hangup_cause', 'variables.start_epoch']],
  [
    'kamailio-acc',
    ['id', 'method', 'from_tag', 'to_tag', 'callid', 'sip_code', 'sip_reason', 'time', 'src_user'],
  ],
  ['connexcs-csv', ['dt', 'CallID', 'customer_id', 'provider_id', 'dest_number', 'duration']],
  ['sim-list', ['ICCID', 'IMSI', 'MSISDN', 'Rate plan']],
])('%s is known by its header', (id, header) => {
  expect(layoutOfHeader(header, [], KNOWN_LAYOUTS)?.id).toBe(id)
})

test('a header of its own is of no layout', () => {
  expect(layoutOfHeader(['src', 'dst', 'fate'], [], KNOWN_LAYOUTS)).toBeNull()
})

const OWN = { id: 'mine', name: 'Mine', header: ['iccid'], hasHeader: true, columns: [] }

test('a layout that a person keeps goes before those of the program, and the more exact before the other', () => {
  const header = ['iccid', 'imsi', 'msisdn']
  expect(layoutOfHeader(header, [OWN], KNOWN_LAYOUTS)?.id).toBe('mine')
  const exact = { ...OWN, id: 'exact', header: ['IMSI', 'ICCID'] }
  expect(layoutOfHeader(header, [OWN, exact], KNOWN_LAYOUTS)?.id).toBe('exact')
})

const ASTERISK =
  'acme;5550100;15555550101;from-trunk;"A" <5550100>;SIP/a-1;SIP/b-2;Dial;SIP/b;2026-01-05 10:00:00;2026-01-05 10:00:05;2026-01-05 10:01:00;60;55;ANSWERED;DOCUMENTATION;1767607200.1;'
const FREESWITCH =
  'Alice;5550100;15555550101;public;2026-01-05 10:00:00;;2026-01-05 10:00:07;7;0;NO_ROUTE_DESTINATION;a5c9f6c0-e752-11e3-8bfb-65b6c3cdac7d;;acme;PCMA;PCMA'

test.each([
  ['asterisk-csv', [ASTERISK]],
  ['asterisk-csv', [ASTERISK.replace('2026-01-05 10:00:05', '').replace('ANSWERED', 'NO ANSWER'), ASTERISK]],
  ['asterisk-csv', [ASTERISK.split(';').slice(0, 16).join(';')]],
  ['freeswitch-csv', [FREESWITCH]],
  ['freeswitch-csv', [FREESWITCH.split(';').slice(0, 13).join(';')]],
])('%s is known by its rows', (id, lines) => {
  expect(
    layoutOfRows(
      lines.map((line) => line.split(';')),
      [],
      KNOWN_LAYOUTS,
    )?.id,
  ).toBe(id)
})

test('rows of another shape are of no layout', () => {
  const rows = [ASTERISK.split(';').toReversed(), ASTERISK.split(';').slice(0, 9), ['a', 'b']]
  expect(rows.map((row) => layoutOfRows([row], [], KNOWN_LAYOUTS))).toEqual([null, null, null])
})

test('what the program knows has the shape in which layouts are kept', () => {
  expect(KNOWN_LAYOUTS.map((layout) => columnProfile.safeParse(layout).success)).toEqual(
    KNOWN_LAYOUTS.map(() => true),
  )
})
