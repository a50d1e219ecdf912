import { describe, expect, test } from 'vitest'
import { fileComplaint, importName, MOST_FILES } from '../../../renderer/records/picked-files.ts'
import { LARGEST_FILE_BYTES } from '../../../renderer/records/send-file.ts'

describe('picked files', () => {
  test('of any size up to the largest are sent', () => {
    const files = [
      { name: 'a.csv', size: 1 },
      { name: 'b.csv', size: LARGEST_FILE_BYTES },
    ]
    expect(fileComplaint(files)).toBeNull()
  })

  test('are not sent where one is empty or too large', () => {
    const good = { name: 'a.csv', size: 10 }
    expect(fileComplaint([good, { name: 'b.csv', size: 0 }])).toEqual({ problem: 'empty', fileName: 'b.csv' })
    const bytes = LARGEST_FILE_BYTES + 1
    expect(fileComplaint([good, { name: 'b.csv', size: bytes }])).toEqual({
      problem: 'too-large',
      fileName: 'b.csv',
      bytes,
    })
  })

  test('are not more than one import takes', () => {
    const files = Array.from({ length: MOST_FILES + 1 }, () => ({ name: 'a.csv', size: 1 }))
    expect(fileComplaint(files)).toEqual({ problem: 'too-many', files: MOST_FILES + 1 })
    expect(fileComplaint(files.slice(1))).toBeNull()
  })

  test('give their record set a name that fits', () => {
    expect(importName(['calls.csv'])).toBe('calls.csv')
    expect(importName(['calls.csv', 'b.csv', 'c.csv'])).toBe('calls.csv + 2')
    const long = importName(['x'.repeat(300), 'b.csv'])
    expect(long).toHaveLength(200)
    expect(long.endsWith(' + 1')).toBe(true)
  })
})
