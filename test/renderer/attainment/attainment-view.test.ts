import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AttainmentView,
  nextSort,
  parseViewPath,
  TABLE_COLUMNS,
  viewPath,
} from '../../../renderer/attainment/attainment-view.ts'
import { view } from './report.ts'

const NOW = Date.UTC(2026, 10, 22)

describe('the view in the address', () => {
  test('nothing chosen: the last six months in the viewer’s zone', () => {
    expect(parseViewPath('/attainment', NOW, 'Europe/Madrid')).toEqual(
      view({ from: '2026-06', to: '2026-11', timeZone: 'Europe/Madrid' }),
    )
  })

  test('a link shows the same to somebody elsewhere, later', () => {
    const anyName = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }))
    const anyView = fc.record({
      span: fc.constantFrom(['2026-01', '2026-01'] as const, ['2024-03', '2026-11'] as const),
      timeZone: fc.constantFrom('UTC', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires'),
      policyId: anyName,
      customer: anyName,
      metric: anyName,
      severity: anyName,
      goal: anyName,
      grouping: fc.constantFrom('severity' as const, 'customer' as const),
      sort: fc.option(fc.record({ column: fc.constantFrom(...TABLE_COLUMNS), descending: fc.boolean() })),
    })
    fc.assert(
      fc.property(anyView, ({ span: [from, to], ...rest }) => {
        const shown: AttainmentView = { ...rest, from, to }
        const path = viewPath(shown)
        expect(path).not.toMatch(/[?#\s]/)
        expect(parseViewPath(path, NOW + 400 * 86_400_000, 'Europe/Madrid')).toEqual(shown)
      }),
    )
  })

  test('what cannot be read counts as not chosen', () => {
    const path = '/attainment/from=2026-13&to=soon&zone=Mars%2FOlympus&by=colour&sort=-shade'
    expect(parseViewPath(path, NOW, 'UTC')).toEqual(view({ from: '2026-06', to: '2026-11' }))
    expect(parseViewPath('/attainment/from=2026-09&to=2026-03', NOW, 'UTC').from).toBe('2026-06')
  })

  test('a slip of the pen does not ask for centuries', () => {
    expect(parseViewPath('/attainment/from=0206-01&to=2026-11', NOW, 'UTC')).toMatchObject({
      from: '2023-12',
      to: '2026-11',
    })
  })

  test('the running month is that of the zone of the address', () => {
    const at = Date.UTC(2026, 9, 31, 23)
    expect(parseViewPath('/attainment/zone=Asia%2FKolkata', at, 'UTC').to).toBe('2026-11')
    expect(parseViewPath('/attainment', at, 'UTC').to).toBe('2026-10')
  })
})

test('a heading sorts counts from the greatest, names and shares from the least, then not at all', () => {
  const broken = nextSort(null, 'broken')
  expect(broken).toEqual({ column: 'broken', descending: true })
  expect(nextSort(broken, 'broken')).toEqual({ column: 'broken', descending: false })
  expect(nextSort({ column: 'broken', descending: false }, 'broken')).toBeNull()
  expect(nextSort(broken, 'share')).toEqual({ column: 'share', descending: false })
})
