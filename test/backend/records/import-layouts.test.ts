import { expect, test } from 'vitest'
import type { RecordSet } from '../../../shared/records/record-set.ts'
import { recordDesk, recordsOf } from './record-import.ts'

/** Name, kind and role of each column that has a role. */
function roles({ columns }: RecordSet): string[] {
  return columns.flatMap(({ name, kind, role }) => (role === null ? [] : [`${name}: ${kind}, ${role}`]))
}

const ASTERISK = [
  '"acme","5550100","15555550101","from-trunk","""Alice"" <5550100>","SIP/alpha-00000001","SIP/beta-00000002","Dial","SIP/beta/15555550101","2026-01-05 10:00:00","2026-01-05 10:00:05","2026-01-05 10:01:00",60,55,"ANSWERED","DOCUMENTATION","1767607200.1",""',
  '"acme","5550102","15555550103","from-trunk","","SIP/alpha-00000003","","Dial","","2026-01-05 10:02:00",,"2026-01-05 10:02:20",20,0,"NO ANSWER","DOCUMENTATION","1767607320.3",""',
].join('\n')

test('Master.csv of Asterisk, which has no header, gets the names that Asterisk gives', async () => {
  const desk = await recordDesk()
  const set = await desk.read([desk.file('Master.csv', ASTERISK)], { timeZone: 'America/New_York' })
  expect(set).toMatchObject({ profile: 'Asterisk CDR (Master.csv)', rows: 2 })
  expect(set.notes).toEqual([{ file: 'Master.csv', kind: 'no-header', detail: {} }])
  expect(roles(set)).toEqual([
    'accountcode: category, customer',
    'src: digits, calling-number',
    'dst: digits, called-number',
    'start: time, start',
    'end: time, end',
    'duration: number, duration',
    'billsec: number, duration',
    'disposition: category, status',
    'uniqueid: identifier, call-id',
  ])
  expect((await recordsOf(desk, set.id))[1]).toMatchObject({
    src: '5550102',
    disposition: 'NO ANSWER',
    billsec: '0',
  })
})

test('a CDR of FreeSWITCH in CSV, which has no header', async () => {
  const desk = await recordDesk()
  const line =
    '"Alice","5550100","15555550101","public","2026-01-05 10:00:00","","2026-01-05 10:00:07","7","0","NO_ROUTE_DESTINATION","a5c9f6c0-e752-11e3-8bfb-65b6c3cdac7d","","acme","PCMA","PCMA"'
  const set = await desk.read([desk.file('Master.csv', `${line}\n${line}\n`)])
  expect(set.profile).toBe('FreeSWITCH CDR (CSV)')
  expect(roles(set)).toContain('hangup_cause: category, release-cause')
})

test('a CDR of FreeSWITCH in JSON, one call as it posts it', async () => {
  const desk = await recordDesk()
  const cdr = {
    'core-uuid': '00000000-0000-4000-8000-000000000000',
    channel_data: { state: 'CS_REPORTING', direction: 'inbound' },
    variables: {
      uuid: '00000000-0000-4000-8000-000000000001',
      sip_call_id: 'a@198.51.100.7',
      start_epoch: '1767607200',
      hangup_cause: 'CALL_REJECTED',
      sip_term_status: '403',
      read_codec: 'PCMA',
      billsec: '0',
    },
    callflow: [{ caller_profile: { ani: '5550100' } }],
  }
  const set = await desk.read([desk.file('cdr.json', JSON.stringify(cdr, null, 2))])
  expect(set.profile).toBe('FreeSWITCH CDR (JSON)')
  expect(roles(set)).toEqual(
    expect.arrayContaining([
      'variables.sip_call_id: identifier, call-id',
      'variables.start_epoch: time, start',
      'variables.sip_term_status: number, sip-code',
    ]),
  )
})

test('acc of Kamailio', async () => {
  const desk = await recordDesk()
  const text =
    'id,method,from_tag,to_tag,callid,sip_code,sip_reason,time,src_user,dst_user\n1,INVITE,a,b,c@198.51.100.7,503,Service Unavailable,2026-01-05 10:00:00,5550100,15555550101\n'
  const set = await desk.read([desk.file('acc.csv', text)])
  expect(set.profile).toBe('Kamailio acc')
  expect(roles(set)).toEqual([
    'callid: identifier, call-id',
    'sip_code: number, sip-code',
    'sip_reason: category, status',
    'time: time, start',
    'src_user: digits, calling-number',
    'dst_user: digits, called-number',
  ])
})

test('rows that count, minute by minute', async () => {
  const desk = await recordDesk()
  const text =
    'minute,province,city,carrier,failed,total\n2026-01-05 10:00,North,One,Alpha,3,120\n2026-01-05 10:01,North,Two,Beta,0,80\n'
  const set = await desk.read([desk.file('counts.csv', text)])
  expect(roles(set)).toEqual([
    'minute: time, start',
    'province: category, location',
    'city: category, location',
    'carrier: category, carrier',
    'failed: number, failed-count',
    'total: number, total-count',
  ])
})

const OWN = {
  id: 'site-7',
  name: 'Switch of site 7',
  header: ['c1', 'c2', 'c3'],
  hasHeader: true,
  columns: [
    { header: 'C1', name: 'carrier', kind: 'category' as const, role: 'carrier' as const },
    { header: 'c3', name: 'cause', kind: 'category' as const, role: 'release-cause' as const },
  ],
}

test('a layout that a person keeps names columns and says what they are, and is found by its header', async () => {
  const desk = await recordDesk()
  const file = desk.file('calls.csv', 'c1,c2,c3\n1,a,16\n2,b,31\n')
  const set = await desk.read([file], { ownLayouts: [OWN] })
  expect(set.profile).toBe('Switch of site 7')
  expect(set.columns.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    'carrier: category',
    'c2: category',
    'cause: category',
  ])
  const other = await desk.read([desk.file('calls.csv', '1,a,16\n2,b,31\n')], {
    layout: {
      ...OWN,
      header: [],
      hasHeader: false,
      columns: OWN.columns.map((column) => ({ ...column, header: '' })),
    },
  })
  expect(other.columns.map(({ name }) => name)).toEqual(['carrier', 'cause', 'column 3'])
})
