import { describe, expect, test } from 'vitest'
import { checkCondition } from '../../../../shared/commonality/condition/check-condition.ts'
import {
  suggestFailing,
  type SuggestionColumn,
} from '../../../../shared/commonality/condition/suggest-failing.ts'
import { meansFailing, meansWorking } from '../../../../shared/commonality/condition/status-words.ts'
import { conditionIn } from './made-conditions.ts'

function column(
  name: string,
  role: SuggestionColumn['role'],
  kind: SuggestionColumn['kind'],
  values: readonly string[],
  more: Partial<SuggestionColumn> = {},
): SuggestionColumn {
  const commonest = values.map((value) => ({ value, records: 10 }))
  return { name, role, kind, distinct: values.length, blanks: 0, commonest, ...more }
}

function suggested(...columns: SuggestionColumn[]): string[] {
  return suggestFailing(columns).map(({ condition }) => condition)
}

describe('what failing probably means', () => {
  test.each<[string, SuggestionColumn, string]>([
    ['SIP codes', column('sip_code', 'sip-code', 'number', ['200', '503', '486']), 'sip_code >= 400'],
    [
      'SIP codes with their words',
      column('final', 'sip-code', 'category', ['200 OK', '503 Service Unavailable']),
      'final ~ "^[4-6]"',
    ],
    [
      'Asterisk',
      column('disposition', 'status', 'category', ['ANSWERED', 'NO ANSWER', 'BUSY', 'FAILED', 'CONGESTION']),
      'disposition in ("NO ANSWER", BUSY, FAILED, CONGESTION)',
    ],
    [
      'FreeSWITCH',
      column('hangup_cause', 'release-cause', 'category', ['NORMAL_CLEARING', 'USER_BUSY', 'NO_ANSWER']),
      'hangup_cause not in (NORMAL_CLEARING)',
    ],
    ['Q.850', column('q850', 'release-cause', 'number', ['16', '34', '41']), 'q850 not in (16, 31)'],
    [
      'Q.850 with words',
      column('cause', 'release-cause', 'category', ['16 - Normal', '34 - No circuit']),
      'cause not in ("16 - Normal")',
    ],
    ['durations', column('billsec', 'duration', 'number', ['0', '31.5']), 'billsec = 0'],
    [
      'states of SIMs',
      column('state', 'status', 'category', ['Online', 'Offline', 'Not registered']),
      'state in (Offline, "Not registered")',
    ],
    [
      'states of which only the good are known',
      column('state', 'status', 'category', ['OK', 'X17', 'X18']),
      'state not in (OK)',
    ],
    [
      'a column that nobody called a status',
      column('result', null, 'category', ['success', 'failure', 'x']),
      'result in (failure)',
    ],
    [
      'blanks beside failures',
      column('error', 'status', 'category', ['timeout'], { blanks: 5 }),
      'error in (timeout)',
    ],
    [
      'more values than are known',
      column('code', 'sip-code', 'number', ['503', '486'], { distinct: 9 }),
      'code >= 400',
    ],
  ])('by %s', (_, given, condition) => {
    expect(suggested(given)).toEqual([condition])
    expect(checkCondition(conditionIn(condition), [given])).toEqual([])
  })

  test.each<[string, SuggestionColumn]>([
    ['all SIP codes fail', column('sip_code', 'sip-code', 'number', ['503', '486'])],
    ['no SIP code fails', column('sip_code', 'sip-code', 'number', ['200', '302'])],
    ['all states are good', column('state', 'status', 'category', ['ok', 'active'])],
    ['states say nothing', column('state', 'status', 'category', ['A', 'B'])],
    ['all causes are normal', column('q850', 'release-cause', 'number', ['16', '31'])],
    ['no cause is known to be normal', column('q850', 'release-cause', 'number', ['34', '41'])],
    ['all calls lasted', column('billsec', 'duration', 'number', ['3', '31'])],
    ['durations are texts', column('billsec', 'duration', 'category', ['0', '31'])],
    ['the words may be names', column('site', null, 'category', ['Down', 'Westminster'])],
    ['nothing is known', column('x', 'status', 'category', [])],
  ])('nothing where %s', (_, given) => {
    expect(suggested(given)).toEqual([])
  })

  test('nothing where rows count', () => {
    const status = column('status', 'status', 'category', ['ok', 'failed'])
    expect(suggested(status)).toHaveLength(1)
    expect(suggested(status, column('failures', 'failed-count', 'number', ['0', '1']))).toEqual([])
  })

  test('one for each kind of column, likeliest first', () => {
    expect(
      suggestFailing([
        column('duration', 'duration', 'number', ['5', '7']),
        column('billsec', 'duration', 'number', ['0', '7']),
        column('cause', 'release-cause', 'number', ['16', '34']),
        column('reply', 'sip-code', 'number', ['200', '503']),
        column('reply 2', 'sip-code', 'number', ['200', '503']),
        column('state', 'status', 'category', ['ok', 'failed']),
        column('outcome', null, 'category', ['ok', 'error']),
      ]),
    ).toEqual([
      { condition: 'reply >= 400', reason: 'sip-code' },
      { condition: 'state in (failed)', reason: 'status' },
      { condition: 'cause not in (16, 31)', reason: 'release-cause' },
      { condition: 'billsec = 0', reason: 'duration' },
    ])
  })
})

describe('words of a status', () => {
  test.each([
    'FAILED',
    'NO ANSWER',
    'NOANSWER',
    'callFailed',
    'timed_out',
    'not-connected',
    'Busy (486)',
    'caído',
  ])('%s means failing', (status) => {
    expect([meansFailing(status), meansWorking(status)]).toEqual([true, false])
  })

  test.each(['ANSWERED', 'ok', 'No error', '0 errors', 'sin error', 'Completado', 'call_completed'])(
    '%s means working',
    (status) => {
      expect([meansFailing(status), meansWorking(status)]).toEqual([false, true])
    },
  )

  test.each(['', 'failover', 'CANCEL', 'suspended', 'download', 'updated', 'Westminster'])(
    '%s means neither',
    (status) => {
      expect([meansFailing(status), meansWorking(status)]).toEqual([false, false])
    },
  )
})
