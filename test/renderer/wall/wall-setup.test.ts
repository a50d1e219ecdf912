import { describe, expect, test } from 'vitest'
import { DEFAULT_SETUP, readSetup, writeSetup } from '../../../renderer/wall/wall-setup.ts'

describe('setup of a wall in its address', () => {
  test('an empty address is the default', () => {
    expect(readSetup('')).toEqual(DEFAULT_SETUP)
    expect(writeSetup(DEFAULT_SETUP)).toBe('')
  })

  test('what is written is read back', () => {
    const setup = {
      inches: 65,
      distanceMetres: 4.5,
      arcMinutes: 18,
      pageSeconds: 20,
      timeZone: 'Asia/Kolkata',
      theme: 'light' as const,
    }
    expect(readSetup(`?${writeSetup(setup)}`)).toEqual(setup)
  })

  test.each([
    'inches=0',
    'inches=abc',
    'metres=',
    'metres=900',
    'arc=3',
    'seconds=-1',
    'zone=Mars/Base',
    'theme=pink',
  ])('what cannot be used becomes the default: %s', (query) => {
    expect(readSetup(query)).toEqual(DEFAULT_SETUP)
  })
})
