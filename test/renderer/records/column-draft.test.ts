import { describe, expect, test } from 'vitest'
import {
  areColumnsChanged,
  columnDrafts,
  columnsOfQuestion,
  profileOf,
} from '../../../renderer/records/column-draft.ts'
import { COLUMN_KINDS, COLUMN_ROLES } from '../../../shared/records/column-words.ts'
import { columnKind, columnProfile, columnRole } from '../../../shared/records/record-set.ts'
import { madeColumn, madeRecordSet } from './made-record-set.ts'

const columns = [madeColumn('a'), madeColumn('b', 'number', 'sip-code'), madeColumn('c')]
const nothing = { ignore: [], blankAsValue: [] }

describe('kinds and roles offered', () => {
  test('are all that records know', () => {
    expect(COLUMN_KINDS).toEqual(columnKind.options)
    expect(COLUMN_ROLES).toEqual(columnRole.options)
  })
})

describe('columns being edited', () => {
  test('begin as they are and as the question has them, and give that back', () => {
    const question = { ignore: ['a'], blankAsValue: ['c'] }
    const drafts = columnDrafts(columns, question)
    expect(areColumnsChanged(drafts, columns)).toBe(false)
    expect(columnsOfQuestion(drafts)).toEqual(question)
  })

  test('are read anew only where kind or role was changed', () => {
    const drafts = columnDrafts(columns, nothing)
    const ignoring = drafts.map((draft) => ({ ...draft, isSearched: false }))
    expect(areColumnsChanged(ignoring, columns)).toBe(false)
    const retyped = drafts.map((draft) =>
      draft.name === 'c' ? { ...draft, kind: 'digits' as const } : draft,
    )
    expect(areColumnsChanged(retyped, columns)).toBe(true)
    const renamed = drafts.map((draft) => ({ ...draft, role: null }))
    expect(areColumnsChanged(renamed, columns)).toBe(true)
  })
})

describe('a layout kept from columns', () => {
  test('has the header of the file, not the names given on the way in', () => {
    const recordSet = madeRecordSet(columns, {
      notes: [
        { file: 'calls.csv', kind: 'header-named', detail: { name: 'a' } },
        { file: 'calls.csv', kind: 'header-renamed', detail: { column: 'b', name: 'c' } },
      ],
    })
    const profile = profileOf(columnDrafts(columns, nothing), recordSet, 'mine', 'My switch')
    expect(profile.header).toEqual(['', 'b', 'b'])
    expect(profile.columns.map(({ header, name }) => [header, name])).toEqual([
      ['', 'a'],
      ['b', 'b'],
      ['b', 'c'],
    ])
    expect(columnProfile.parse(profile)).toEqual(profile)
  })

  test('has no header where the file has none', () => {
    const recordSet = madeRecordSet(columns, { notes: [{ file: 'x', kind: 'no-header', detail: {} }] })
    const profile = profileOf(columnDrafts(columns, nothing), recordSet, 'mine', 'My switch')
    expect(profile).toMatchObject({ hasHeader: false, header: [] })
    expect(profile.columns.map(({ header }) => header)).toEqual(['column 1', 'column 2', 'column 3'])
  })
})
