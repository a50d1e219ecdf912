import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadPolicies, type PolicyLibrary } from '../../../electron/backend/sla/policy-library.ts'
import { MOST_POLICY_CHARACTERS } from '../../../shared/contract/policies.ts'
import { createPublicHolidays } from '../../../shared/time/holidays.ts'
import { testPolicyText } from '../../shared/sla/test-policy.ts'

const SHIPPED = join(import.meta.dirname, '../../../resources/policies')
const WIRELESS = readFileSync(join(SHIPPED, 'wireless-logic-sim-assist.json'), 'utf8')
const WIRELESS_ID: string = JSON.parse(WIRELESS).id
const publicHolidays = createPublicHolidays()

let own: string
let changes: number
beforeEach(() => {
  own = join(mkdtempSync(join(tmpdir(), 'meridian-policies-')), 'policies')
  mkdirSync(own)
  changes = 0
})
afterEach(() => {
  rmSync(join(own, '..'), { recursive: true })
})

function open(): PolicyLibrary {
  return loadPolicies({ shipped: SHIPPED, own }, publicHolidays, () => void (changes += 1))
}

/** A policy `ours` of that version, in no calendar's way. */
function ours(version: number, change: Readonly<Record<string, unknown>> = {}): string {
  return testPolicyText({ id: 'ours', version, ...change })
}

function refusalOf(library: PolicyLibrary, text: string) {
  const outcome = library.save(text)
  return 'refusal' in outcome ? outcome.refusal : null
}

function earlier(): string[] {
  const directory = join(own, 'earlier')
  return existsSync(directory) ? readdirSync(directory).sort() : []
}

describe('the support contracts of a hub', () => {
  test('that come with the program are all usable, and not the hub’s own', () => {
    const library = loadPolicies({ shipped: SHIPPED, own: null }, publicHolidays)
    expect(library.faults).toEqual([])
    expect(library.list().length).toBeGreaterThanOrEqual(2)
    for (const { compiled, summary } of library.list()) {
      expect(compiled.policy.id).toBe(summary.id)
      expect(summary.own).toBe(false)
    }
  })

  test('an own copy takes the place of the one that came with the program', () => {
    writeFileSync(join(own, 'mine.json'), JSON.stringify({ ...JSON.parse(WIRELESS), name: 'Our copy' }))
    const library = open()
    expect(library.get(WIRELESS_ID)?.summary).toMatchObject({ name: 'Our copy', own: true })
    expect(library.list().filter(({ summary }) => summary.id === WIRELESS_ID)).toHaveLength(1)
  })

  test('a file that cannot be used is named with line, place and reason, and the others still work', () => {
    const policy = JSON.parse(WIRELESS)
    writeFileSync(join(own, 'a-torn.json'), '{\n "format": ')
    writeFileSync(join(own, 'b-wrong.json'), JSON.stringify({ ...policy, id: 'wrong', version: 0 }, null, 2))
    writeFileSync(join(own, 'c-twice.json'), JSON.stringify({ ...policy, id: 'twice' }))
    writeFileSync(join(own, 'd-twice.json'), JSON.stringify({ ...policy, id: 'twice' }))
    writeFileSync(join(own, 'e-huge.json'), ' '.repeat(MOST_POLICY_CHARACTERS + 1))
    writeFileSync(join(own, 'f-vast.json'), ' '.repeat(MOST_POLICY_CHARACTERS * 4 + 1))
    mkdirSync(join(own, 'g-folder.json'))
    const nowhere = { office: { timeZone: 'Etc/UTC', hours: 'always', publicHolidays: { country: 'XX' } } }
    writeFileSync(join(own, 'h-nowhere.json'), ours(1, { calendars: { ...nowhere, always: nowhere.office } }))
    writeFileSync(join(own, 'notes.txt'), 'not a policy and not a fault')
    writeFileSync(join(own, '.hidden.json'), 'an editor’s own file')
    const library = open()
    expect(library.get('twice')).not.toBeNull()
    expect(library.faults).toMatchObject([
      { file: 'a-torn.json', line: 2 },
      { file: 'b-wrong.json', place: 'version', line: expect.any(Number) },
      { file: 'd-twice.json', place: 'id', reason: '"twice" is already the id of c-twice.json' },
      { file: 'e-huge.json', reason: 'longer than 256 KiB' },
      { file: 'f-vast.json', reason: 'larger than 1024 KiB' },
      { file: 'g-folder.json', reason: expect.stringContaining('cannot be read') },
      { file: 'h-nowhere.json', place: 'calendars.office.publicHolidays.country', line: expect.any(Number) },
    ])
    expect(library.faults.at(-1)?.line).toBeGreaterThan(1)
  })

  test('a directory that is not there holds none', () => {
    expect(loadPolicies({ shipped: join(own, 'nowhere'), own: null }, publicHolidays).list()).toEqual([])
  })
})

describe('files edited by hand', () => {
  test('are taken up by a reload; what did not change keeps its compiled calendars', () => {
    writeFileSync(join(own, 'mine.json'), ours(1))
    writeFileSync(join(own, 'other.json'), ours(1, { id: 'other' }))
    const library = open()
    const other = library.get('other')
    library.reload()
    expect(changes).toBe(0)
    writeFileSync(join(own, 'mine.json'), ours(1, { name: 'Renamed' }))
    library.reload()
    expect(changes).toBe(1)
    expect(library.get('ours')?.summary.name).toBe('Renamed')
    expect(library.get('other')).toBe(other)
    rmSync(join(own, 'mine.json'))
    library.reload()
    expect(library.get('ours')).toBeNull()
    expect(changes).toBe(2)
  })

  test('a file that was good and is not any more: the fault is listed, the policy stays in force', () => {
    writeFileSync(join(own, 'mine.json'), ours(3))
    const library = open()
    const good = library.get('ours')
    writeFileSync(join(own, 'mine.json'), ours(4).slice(0, -20))
    library.reload()
    expect(changes).toBe(1)
    expect(library.get('ours')).toBe(good)
    expect(library.faults).toMatchObject([
      { file: 'mine.json', reason: expect.stringContaining('not valid JSON') },
    ])
    expect(library.faults[0]?.reason).toContain('"ours" stays in force as it was read before, version 3')
    library.reload()
    expect(changes).toBe(1)
    writeFileSync(join(own, 'mine.json'), ours(4))
    library.reload()
    expect(library.faults).toEqual([])
    expect(library.get('ours')?.summary.version).toBe(4)
  })

  test('a broken file cannot keep an id that another file has by now', () => {
    writeFileSync(join(own, 'b.json'), ours(1))
    const library = open()
    writeFileSync(join(own, 'b.json'), '{')
    writeFileSync(join(own, 'a.json'), ours(2))
    library.reload()
    expect(library.get('ours')?.summary.version).toBe(2)
    expect(library.faults).toHaveLength(1)
    expect(library.faults[0]?.reason).not.toContain('stays in force')
  })

  test('without the copy the one that came with the program is in force again', () => {
    writeFileSync(join(own, 'mine.json'), JSON.stringify({ ...JSON.parse(WIRELESS), name: 'Our copy' }))
    const library = open()
    rmSync(join(own, 'mine.json'))
    library.reload()
    expect(library.get(WIRELESS_ID)?.summary.own).toBe(false)
  })
})

describe('saving', () => {
  test('keeps the text as it is under the policy’s id, at once in force', () => {
    const library = open()
    const outcome = library.save(ours(1))
    expect(outcome).toMatchObject({
      saved: { summary: { id: 'ours', version: 1, own: true, text: ours(1) } },
    })
    expect(readFileSync(join(own, 'ours.json'), 'utf8')).toBe(ours(1))
    expect(changes).toBe(1)
    expect(open().get('ours')?.summary.version).toBe(1)
  })

  test('the same text again changes nothing', () => {
    const library = open()
    library.save(ours(1))
    expect(library.save(ours(1))).toMatchObject({ saved: { summary: { version: 1 } } })
    expect(changes).toBe(1)
    expect(earlier()).toEqual([])
  })

  test('other text asks for a higher version, and keeps the earlier one', () => {
    const library = open()
    library.save(ours(2))
    for (const version of [1, 2]) {
      expect(refusalOf(library, ours(version, { name: 'Other' }))).toEqual({
        place: 'version',
        reason: '"ours" has version 2 now; write a higher one.',
      })
    }
    expect(readFileSync(join(own, 'ours.json'), 'utf8')).toBe(ours(2))
    expect(refusalOf(library, ours(3))).toBeNull()
    expect(earlier()).toEqual(['ours-v2.json'])
    expect(readFileSync(join(own, 'earlier', 'ours-v2.json'), 'utf8')).toBe(ours(2))
    expect(readdirSync(own).sort()).toEqual(['earlier', 'ours.json'])
  })

  test('a copy of one that came with the program asks for a version above that one’s', () => {
    const library = open()
    const shipped = JSON.parse(WIRELESS)
    expect(refusalOf(library, JSON.stringify({ ...shipped, name: 'Ours' }))?.place).toBe('version')
    expect(refusalOf(library, JSON.stringify({ ...shipped, version: shipped.version + 1 }))).toBeNull()
    expect(library.get(WIRELESS_ID)?.summary.own).toBe(true)
  })

  test('a text that cannot be used is refused with place and line, and nothing is written', () => {
    const library = open()
    expect(refusalOf(library, '{ "format": ')?.reason).toMatch(/^Line 1: not valid JSON/)
    expect(refusalOf(library, ours(0))?.place).toBe('version')
    expect(readdirSync(own)).toEqual([])
    expect(changes).toBe(0)
  })

  test('goes into the file that holds the policy, whatever that is called', () => {
    writeFileSync(join(own, 'by-hand.json'), ours(1))
    const library = open()
    expect(refusalOf(library, ours(2))).toBeNull()
    expect(readdirSync(own).sort()).toEqual(['by-hand.json', 'earlier'])
  })

  test('never over a file that holds another policy', () => {
    writeFileSync(join(own, 'ours.json'), ours(1, { id: 'other' }))
    const library = open()
    expect(refusalOf(library, ours(1))).toMatchObject({
      place: 'id',
      reason: expect.stringContaining('"other"'),
    })
    expect(library.get('other')).not.toBeNull()
  })

  test('over a broken file: its words and the policy that stayed in force are both kept', () => {
    const library = open()
    library.save(ours(1))
    writeFileSync(join(own, 'ours.json'), '{ half')
    expect(refusalOf(library, ours(2))).toBeNull()
    expect(earlier()).toEqual(['ours-broken.json', 'ours-v1.json'])
    expect(library.faults).toEqual([])
  })

  test('the text in force mends a broken file without a new version', () => {
    const library = open()
    library.save(ours(1))
    writeFileSync(join(own, 'ours.json'), '{ half')
    expect(refusalOf(library, ours(1))).toBeNull()
    expect(readFileSync(join(own, 'ours.json'), 'utf8')).toBe(ours(1))
    expect(library.faults).toEqual([])
  })

  test('counts on what was edited by hand and not read yet', () => {
    const library = open()
    library.save(ours(1))
    writeFileSync(join(own, 'ours.json'), ours(5))
    expect(refusalOf(library, ours(3))?.reason).toContain('version 5')
    expect(library.get('ours')?.summary.version).toBe(5)
    expect(changes).toBe(2)
  })

  test('two earlier texts of one version are both kept', () => {
    const library = open()
    library.save(ours(1))
    library.remove('ours')
    library.save(ours(1, { name: 'Begun anew' }))
    library.remove('ours')
    library.save(ours(1))
    library.remove('ours')
    expect(earlier()).toEqual(['ours-v1-2.json', 'ours-v1.json'])
  })

  test('a place that cannot be written is said, and nothing changes', () => {
    const library = open()
    library.save(ours(1))
    writeFileSync(join(own, 'earlier'), 'a file where the directory belongs')
    expect(refusalOf(library, ours(2))?.reason).toMatch(/cannot be written.*still is/)
    expect(library.get('ours')?.summary.version).toBe(1)
    expect(library.remove('ours')?.reason).toMatch(/cannot be written/)
    expect(library.get('ours')).not.toBeNull()
  })

  test('what a crash left half written is no policy and in nobody’s way', () => {
    writeFileSync(join(own, '.ours.json.partial'), '{ half')
    const library = open()
    expect(library.faults).toEqual([])
    expect(refusalOf(library, ours(1))).toBeNull()
    expect(readdirSync(own)).toEqual(['ours.json'])
  })
})

describe('removing', () => {
  test('takes the file away and keeps its text', () => {
    const library = open()
    library.save(ours(4))
    expect(library.remove('ours')).toBeNull()
    expect(library.get('ours')).toBeNull()
    expect(earlier()).toEqual(['ours-v4.json'])
    expect(changes).toBe(2)
  })

  test('what came with the program stays', () => {
    const library = open()
    expect(library.remove(WIRELESS_ID)).toMatchObject({ place: 'id' })
    expect(library.get(WIRELESS_ID)).not.toBeNull()
    expect(library.isShipped(WIRELESS_ID)).toBe(true)
    expect(library.isShipped('ours')).toBe(false)
  })
})
