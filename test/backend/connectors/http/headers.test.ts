import { expect, test } from 'vitest'
import { clockSkew } from '../../../../electron/backend/connectors/http/clock-skew.ts'
import { headersFor, redirectTarget } from '../../../../electron/backend/connectors/http/redirects.ts'
import { retryAfter } from '../../../../electron/backend/connectors/http/retry-after.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')

test.each<[Record<string, string>, number | null]>([
  [{ 'retry-after': '120' }, 120_000],
  [{ 'retry-after': ' 0 ' }, 0],
  [{ 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' }, 30_000],
  // Their clock is an hour ahead of ours; their date means 30 s all the same.
  [{ 'retry-after': 'Sun, 22 Nov 2026 13:00:30 GMT', date: 'Sun, 22 Nov 2026 13:00:00 GMT' }, 30_000],
  [{ 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, null],
  [{ 'retry-after': '-5' }, null],
  [{ 'retry-after': '1.5' }, null],
  [{ 'retry-after': '' }, null],
  [{}, null],
])('retry-after %j is %j ms', (headers, expected) => {
  expect(retryAfter(headers, NOW)).toBe(expected)
})

test('skew is the distance of the two spans, not of two instants', () => {
  const date = 'Sun, 22 Nov 2026 12:00:00 GMT'
  expect(clockSkew(date, NOW + 100, NOW + 200)).toBe(0)
  expect(clockSkew(date, NOW + 999, NOW + 1999)).toBe(0)
  expect(clockSkew(date, NOW + 5000, NOW + 5100)).toBe(-4000)
  expect(clockSkew(date, NOW - 5100, NOW - 5000)).toBe(5000)
  expect(clockSkew(undefined, NOW, NOW)).toBeNull()
  expect(clockSkew('22/11/2026', NOW, NOW)).toBeNull()
})

test.each([
  ['https://desk.test/a', 'https://desk.test/b'],
  ['http://desk.test/a', 'https://desk.test/a'],
  ['http://desk.test:8080/a', 'https://desk.test/a'],
])('from %s to %s everything goes along', (from, to) => {
  expect(redirectTarget({}, new URL(from), 302, to)?.href).toBe(to)
  expect(headersFor({ Authorization: 'x' }, new URL(from), new URL(to))).toEqual({ authorization: 'x' })
})

test.each([
  ['https://desk.test/a', 'http://desk.test/a'],
  ['https://desk.test/a', 'https://desk.test:8443/a'],
  ['http://desk.test/a', 'http://desk.test:8080/a'],
  ['https://desk.test/a', 'https://desk.test.evil.test/a'],
  ['https://desk.test/a', '//evil.test/a'],
  ['https://desk.test/a', 'javascript:alert(1)'],
])('from %s to %s is not followed', (from, to) => {
  expect(() => redirectTarget({}, new URL(from), 302, to)).toThrow('redirected-away')
})

test('only GET is redirected, and never down to http', () => {
  const home = new URL('https://desk.test/a')
  expect(() => redirectTarget({ method: 'POST' }, home, 307, '/b')).toThrow('redirected-away')
  expect(() => redirectTarget({ followAnyOrigin: true }, home, 302, 'http://other.test/')).toThrow(
    'https to http',
  )
  expect(redirectTarget({}, home, 200, '/b')).toBeNull()
})
