import { describe, expect, test } from 'vitest'
import {
  asMap,
  isEventField,
  isSeverityCode,
  mappingRows,
  namedField,
  withEntry,
} from '../../../renderer/sources/mapping.ts'

describe('mapping of a source', () => {
  test('keeps the text entries of what is stored', () => {
    expect(asMap({ a: 'x', b: 3, c: null })).toEqual({ a: 'x' })
    expect(asMap(null)).toEqual({})
    expect(asMap(['a'])).toEqual({})
  })

  test('rows are what is mapped, then what was seen and is not', () => {
    expect(mappingRows({ b: 'x' }, ['a', 'b'])).toEqual(['b', 'a'])
    expect(mappingRows({}, null)).toEqual([])
  })

  test('an emptied entry leaves the map', () => {
    expect(withEntry({ a: 'x', b: 'y' }, 'a', '')).toEqual({ b: 'y' })
    expect(withEntry({ a: 'x' }, 'b', 'y')).toEqual({ a: 'x', b: 'y' })
  })

  test('a severity code is letters and one digit', () => {
    expect(['P1', 'SEV2'].map(isSeverityCode)).toEqual([true, true])
    expect(['p1', 'P12', 'P', '1', 'FOUR4'].map(isSeverityCode)).toEqual([false, false, false, false, false])
  })

  test('fields a new connector brings have no name of ours', () => {
    expect(namedField('customer')).toBe('customer')
    expect(namedField('flavour')).toBeNull()
    expect([isEventField('eventId'), isEventField('customer')]).toEqual([true, false])
  })
})
