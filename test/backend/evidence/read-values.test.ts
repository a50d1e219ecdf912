import { expect, test } from 'vitest'
import { readValues } from '../../../electron/backend/evidence/read-values.ts'
import { testPolicy } from '../../shared/sla/test-policy.ts'

const target = { promise: 'in 4 h', limit: '4 h', calendar: 'always' }

test('a field is read where any part of a metric names it', () => {
  const read = readValues(
    testPolicy({
      metrics: [
        {
          metric: 'resolution',
          pausedWhen: [{ when: { fields: { Waiting: ['yes'] } }, because: 'somebody else is asked' }],
          exclusions: [{ when: { fieldAbove: { Customers: 1 } }, because: 'several customers' }],
          targets: [{ ...target, when: { fields: { Category: ['platform'] } } }, target],
          rearm: {
            on: [{ event: 'field', name: 'Stage' }],
            keeps: 'new-due',
            targets: [{ ...target, when: { fields: { Region: ['north'] } } }],
          },
        },
        { metric: 'periodic-update', targets: [{ ...target, limit: { field: 'Update interval' } }] },
      ],
    }),
  )
  const fields = ['Waiting', 'Customers', 'Category', 'Stage', 'Region', 'Update interval']
  expect(fields.filter((name) => !read.field(name))).toEqual([])
  expect(['ICCID', 'category', 'toString'].filter((name) => read.field(name))).toEqual([])
})

test('every field is read where a clock hangs on the value of any', () => {
  const start = [{ event: 'field', to: ['lost'] }]
  const read = readValues(
    testPolicy({ metrics: [{ metric: 'own', start, stop: [{ event: 'note' }], targets: [target] }] }),
  )
  expect(read.field('Whatever')).toBe(true)
})

test('an owner is read only where the contract names him', () => {
  const start = [{ event: 'owner', to: ['night-desk'] }]
  const read = readValues(
    testPolicy({ metrics: [{ metric: 'own', start, stop: [{ event: 'note' }], targets: [target] }] }),
  )
  expect([read.owner('night-desk'), read.owner('Luis'), read.owner(null)]).toEqual(['night-desk', null, null])
})

test('without a contract nothing is read', () => {
  const read = readValues(null)
  expect([read.field('Category'), read.owner('night-desk')]).toEqual([false, null])
})
