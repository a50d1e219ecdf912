import { describe, expect, test } from 'vitest'
import { isOwnOrigin, isSafeExternal, originOf } from '../../electron/main/own-origin.ts'

describe('isOwnOrigin', () => {
  test.each([
    'meridian://evil/index.html',
    'meridian://app.evil/index.html',
    'meridian://app:1/index.html',
    'https://app/index.html',
    'file:///index.html',
    'about:blank',
    'javascript:alert(1)',
    'data:text/html,x',
    'not an address',
    '',
  ])('refuses %s', (address) => {
    expect(isOwnOrigin(originOf(address))).toBe(false)
  })

  test('takes the own page', () => {
    expect(isOwnOrigin(originOf('meridian://app/index.html#/board'))).toBe(true)
  })

  test('refuses a page without an origin', () => {
    expect(isOwnOrigin(null)).toBe(false)
  })
})

describe('isSafeExternal', () => {
  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'ms-msdt:/id',
    'https://user:secret@example.com/',
    'https://user@example.com/',
    'meridian://app/',
    'C:\\Windows\\system32\\calc.exe',
    'https://',
    '',
  ])('refuses %s', (address) => {
    expect(isSafeExternal(address)).toBe(false)
  })

  test.each(['https://help.example.com/Ticket/Display.html?id=1', 'http://rt.internal/'])(
    'opens %s',
    (address) => {
      expect(isSafeExternal(address)).toBe(true)
    },
  )
})
