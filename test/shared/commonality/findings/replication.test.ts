import { expect, test } from 'vitest'
import { REPLICATION_LEVELS } from '../../../../shared/commonality/findings/replication.ts'
import { replication } from '../../../../shared/records/incident-report.ts'

test('every level of a report says who can make the fault happen, from nobody to us alone', () => {
  expect(REPLICATION_LEVELS.map(({ level }) => level)).toEqual(replication.options)
  expect(REPLICATION_LEVELS.map(({ by }) => by)).toEqual([null, 'customer', 'provider'])
})
