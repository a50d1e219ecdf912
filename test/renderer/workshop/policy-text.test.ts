import { applyEdits } from 'jsonc-parser'
import { describe, expect, test } from 'vitest'
import {
  copyOf,
  freeId,
  idOf,
  nameOf,
  placesIn,
  versionOf,
  withVersion,
} from '../../../renderer/workshop/policy-text.ts'

const TEXT = `{
  "id": "voice",   "name": "Voice",
  "version": 3,
  "metrics": [
    { "metric": "resolution", "targets": [{ "limit": "4 h" }, { "limit": "none" }] }
  ],
  "fields": { "SIM.Operator": ["a"], "SIM": { "Operator": 1 } }
}
`

function marked(place: string, line: number | null): [number, string] {
  const found = placesIn(TEXT)(place, line)
  return [found.line, TEXT.slice(found.from, found.to)]
}

describe('where a problem stands', () => {
  test.each([
    ['metrics[0].targets[1].limit', 5, '"none"'],
    ['metrics[0].targets[0]', 5, '{ "limit": "4 h" }'],
    ['version', 3, '3'],
    // A key with a dot in it is not two steps.
    ['fields.SIM.Operator[0]', 7, '"a"'],
  ])('%s is the value itself', (place, line, written) => {
    expect(marked(place, line)).toEqual([line, written])
    expect(marked(place, null)).toEqual([line, written])
  })

  test('is what would hold it, where the place does not exist', () => {
    expect(marked('metrics[0].targets[1].calendar', 5)).toEqual([5, '{ "limit": "none" }'])
    expect(marked('metrics[7].targets', null)).toEqual([4, '['])
  })

  test('is the line, where there is no place or the hub saw another one', () => {
    expect(marked('', 4)).toEqual([4, '"metrics": ['])
    expect(marked('version', 5)[0]).toBe(5)
    expect(marked('calendars', null)).toEqual([1, '{'])
  })

  test('stays within the text, whatever is said and however broken the text is', () => {
    expect(placesIn('')('', 9)).toEqual({ from: 0, to: 0, line: 1 })
    expect(placesIn('{ "a": ')('a.b[3]', 40).line).toBe(1)
  })
})

describe('a policy text', () => {
  test('says its id, name and version; what could be none counts as none', () => {
    expect([idOf(TEXT), nameOf(TEXT), versionOf(TEXT)]).toEqual(['voice', 'Voice', 3])
    expect([idOf('{'), nameOf('{ "name": " " }'), versionOf('{ "version": "3" }')]).toEqual([
      null,
      null,
      null,
    ])
    expect(versionOf('{ "version": 1.5 }')).toBeNull()
  })

  test('changes its version and nothing else', () => {
    expect(applyEdits(TEXT, withVersion(TEXT, 12))).toBe(TEXT.replace('"version": 3', '"version": 12'))
  })

  test('becomes another contract with a new id, a new name and version 1, written as it was', () => {
    const copy = copyOf(TEXT, 'voice-copy', 'Voice "two"')
    const changed = TEXT.replace('"voice"', '"voice-copy"')
      .replace('"Voice"', String.raw`"Voice \"two\""`)
      .replace('3,', '1,')
    expect(copy).toBe(changed)
  })

  test('gets an id nobody has, within the length an id may have', () => {
    expect(freeId('voice', new Set(['voice']))).toBe('voice-copy')
    expect(freeId('voice', new Set(['voice', 'voice-copy', 'voice-copy-2']))).toBe('voice-copy-3')
    const long = freeId('a'.repeat(41), new Set())
    expect(long).toHaveLength(41)
    expect(long.endsWith('-copy')).toBe(true)
  })
})
