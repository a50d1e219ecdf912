import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLoopbackAddress, networkOf } from '../../electron/serve/addresses.ts'
import { createAttemptLimit } from '../../electron/serve/attempt-limit.ts'
import { hostNameOf } from '../../electron/serve/host-check.ts'

describe('addresses', () => {
  test('loopback in every spelling, and nothing else', () => {
    const own = ['127.0.0.1', '127.255.0.9', '::1', '::ffff:127.0.0.1', '::FFFF:127.0.0.1']
    expect(own.filter((address) => !isLoopbackAddress(address))).toEqual([])
    const others = ['128.0.0.1', '0.0.0.0', '::', '::ffff:10.0.0.1', 'localhost', '', '127.0.0.1.example']
    expect(others.filter(isLoopbackAddress)).toEqual([])
  })

  test('an IPv6 network counts as one party, an IPv4 address as itself', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'))
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
    expect(networkOf('2001:db8:1:2::9')).not.toBe(networkOf('2001:db8:1:3::9'))
    expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1')
  })

  test('a host name is read without port, brackets and final dot', () => {
    expect(['Hub.Example.:8443', '[::1]:80', '127.0.0.1', 'hub'].map(hostNameOf)).toEqual([
      'hub.example',
      '::1',
      '127.0.0.1',
      'hub',
    ])
    for (const none of ['', undefined, 'a b', 'x@y', 'x/y', '[::1', 'x:port', 'x,y'])
      expect(hostNameOf(none)).toBeNull()
  })
})

describe('attempts', () => {
  test('waits double up to the longest, and a success forgets them', () => {
    const limit = createAttemptLimit({ free: 3, longestMs: 5000 })
    const waits = []
    let now = 0
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const wait = limit.take('a', now)
      waits.push(wait)
      now += wait
      if (wait > 0) limit.take('a', now)
    }
    expect(waits).toEqual([0, 0, 0, 1000, 2000, 4000, 5000, 5000])
    expect(limit.take('b', now)).toBe(0)
    limit.clear('a')
    expect(limit.take('a', now)).toBe(0)
  })

  test('however attempts are spread, few are let through per hour', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 300 }), (gaps) => {
        const limit = createAttemptLimit({ free: 5, longestMs: 900_000 })
        let now = 0
        let passed = 0
        for (const gap of gaps) {
          now += gap
          if (limit.take('a', now) === 0) passed += 1
        }
        // 5 free, then waits of 1, 2, 4 … s: n more need 2^n - 1 seconds.
        expect(passed).toBeLessThanOrEqual(6 + Math.log2(now / 1000 + 1) + now / 900_000)
      }),
    )
  })
})
