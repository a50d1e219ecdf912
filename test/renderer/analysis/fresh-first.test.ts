import { expect, test } from 'vitest'
import { freshFirst } from '../../../renderer/analysis/fresh-first.ts'

test('a fix is tried on the newest records, and last on those that were searched', () => {
  const sets = [
    { id: 'searched', importedAt: 9 },
    { id: 'old', importedAt: 1 },
    { id: 'new', importedAt: 5 },
  ]
  expect(freshFirst(sets, 'searched').map(({ id }) => id)).toEqual(['new', 'old', 'searched'])
})
