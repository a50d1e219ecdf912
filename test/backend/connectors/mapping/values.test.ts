import { assert, integer, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { severityOf } from '../../../../electron/backend/connectors/mapping/severity-map.ts'
import { shortened } from '../../../../electron/backend/connectors/mapping/shorten.ts'
import { statusOf } from '../../../../electron/backend/connectors/mapping/status-map.ts'
import { channelOf, domainOf } from '../../../../electron/backend/connectors/mapping/word-values.ts'

const SEVERITIES = { Urgent: 'S1', '90+': 'P1', '60-89': 'P2', '0-59': 'P4', '50': 'P3' }

test.each([
  ['95', 'P1'],
  ['90', 'P1'],
  ['89', 'P2'],
  ['60', 'P2'],
  ['50', 'P3'],
  ['0', 'P4'],
  ['-1', null],
  ['urgent', 'S1'],
  [' URGENT ', 'S1'],
  ['p2', 'P2'],
  ['whatever', null],
  ['', null],
  [null, null],
])('severity of %j is %j', (value, code) => {
  expect(severityOf(value, SEVERITIES)).toBe(code)
})

test('a status is mapped by any case, stands for itself, or is unknown', () => {
  expect(statusOf('STALLED', { stalled: 'on-hold' })).toBe('on-hold')
  expect(statusOf('awaiting-mno', {})).toBe('awaiting-mno')
  expect(statusOf('open', { open: 'resolved' })).toBe('resolved')
  expect(statusOf('puzzled', {})).toBeNull()
})

test('domains and channels are taken by their words only', () => {
  expect(domainOf(' MNO ')).toBe('mno')
  expect(domainOf('theirs')).toBeNull()
  expect(channelOf('E-Mail')).toBe('email')
  expect(channelOf('pigeon')).toBeNull()
})

test('a shortened text fits, begins like the whole, and splits no character', () => {
  assert(
    property(string({ unit: 'grapheme' }), integer({ min: 1, max: 20 }), (text, longest) => {
      const short = shortened(text, longest)
      const isCut = text.length > longest
      expect(short.length).toBeLessThanOrEqual(longest)
      expect(text.startsWith(isCut ? short.slice(0, -1) : short)).toBe(true)
      expect(isCut || short === text).toBe(true)
      expect(short.isWellFormed()).toBe(text.isWellFormed())
    }),
  )
})
