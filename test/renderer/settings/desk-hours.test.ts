import { describe, expect, test } from 'vitest'
import { deskId, readWindows, writeWindows } from '../../../renderer/settings/desk-hours.ts'

describe('hours of a desk', () => {
  test.each([
    ['', []],
    ['08:00-16:00', [['08:00', '16:00']]],
    [
      '8:00 – 12:00, 13:00-17:30',
      [
        ['08:00', '12:00'],
        ['13:00', '17:30'],
      ],
    ],
    ['22:00-06:00', [['22:00', '06:00']]],
    ['00:00-24:00', [['00:00', '24:00']]],
  ])('reads %j', (text, windows) => {
    expect(readWindows(text)).toEqual(windows)
  })

  test.each([
    '8',
    '08:00',
    '08:00-',
    '25:00-26:00',
    '08:60-09:00',
    '24:00-08:00',
    '08:00-08:00',
    'nine to five',
  ])('refuses %j', (text) => {
    expect(readWindows(text)).toBeNull()
  })

  test('what is written is read back', () => {
    const windows: [string, string][] = [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ]
    expect(readWindows(writeWindows(windows))).toEqual(windows)
  })
})

describe('id of a desk', () => {
  test('is made of the name and differs from taken ones', () => {
    expect(deskId('Bangalore NOC', [])).toBe('bangalore-noc')
    expect(deskId('México  ', ['mexico', 'mexico-2'])).toBe('mexico-3')
    expect(deskId('夜', [])).toBe('desk')
  })
})
