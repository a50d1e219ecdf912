import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadPolicies } from '../../../electron/backend/sla/policy-library.ts'
import { createPublicHolidays } from '../../../shared/time/holidays.ts'

const SHIPPED = join(import.meta.dirname, '../../../resources/policies')
const WIRELESS = 'wireless-logic-sim-assist.json'

let own: string
beforeEach(() => {
  own = join(mkdtempSync(join(tmpdir(), 'meridian-policies-')), 'policies')
  mkdirSync(own)
})
afterEach(() => rmSync(join(own, '..'), { recursive: true }))

describe('the support contracts of a hub', () => {
  test('that come with the program are all usable', () => {
    const library = loadPolicies([SHIPPED], createPublicHolidays())
    expect(library.faults).toEqual([])
    expect(library.list().length).toBeGreaterThanOrEqual(2)
    for (const { compiled, summary } of library.list()) expect(compiled.policy.id).toBe(summary.id)
  })

  test('a copy of the user takes the place of the one that came with the program', () => {
    const text = readFileSync(join(SHIPPED, WIRELESS), 'utf8')
    const id: string = JSON.parse(text).id
    writeFileSync(join(own, 'mine.json'), JSON.stringify({ ...JSON.parse(text), name: 'Our copy' }))
    const library = loadPolicies([SHIPPED, own], createPublicHolidays())
    expect(library.get(id)?.summary.name).toBe('Our copy')
  })

  test('a file that cannot be used is named with line, place and reason, and the others still work', () => {
    const policy = JSON.parse(readFileSync(join(SHIPPED, WIRELESS), 'utf8'))
    writeFileSync(join(own, 'a-torn.json'), '{\n "format": ')
    writeFileSync(join(own, 'b-wrong.json'), JSON.stringify({ ...policy, id: 'wrong', version: 0 }, null, 2))
    writeFileSync(join(own, 'c-twice.json'), JSON.stringify({ ...policy, id: 'twice' }))
    writeFileSync(join(own, 'd-twice.json'), JSON.stringify({ ...policy, id: 'twice' }))
    writeFileSync(join(own, 'e-huge.json'), ' '.repeat(1024 * 1024 + 1))
    mkdirSync(join(own, 'f-folder.json'))
    writeFileSync(join(own, 'notes.txt'), 'not a policy and not a fault')
    const library = loadPolicies([own], createPublicHolidays())
    expect(library.list().map(({ summary }) => summary.id)).toEqual(['twice'])
    expect(library.faults).toMatchObject([
      { file: 'a-torn.json', line: 2 },
      { file: 'b-wrong.json', place: 'version', line: expect.any(Number) },
      { file: 'd-twice.json', place: 'id', reason: '"twice" is already the id of c-twice.json' },
      { file: 'e-huge.json', reason: 'larger than 1 MiB' },
      { file: 'f-folder.json', reason: expect.stringContaining('cannot be read') },
    ])
  })

  test('a directory that is not there holds none', () => {
    expect(loadPolicies([join(own, 'nowhere')], createPublicHolidays()).list()).toEqual([])
  })
})
