import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { attainmentCsv } from '../../../electron/backend/sla/attainment-csv.ts'
import { testPolicy } from '../../shared/sla/test-policy.ts'

const compiled = testPolicy()
const { id, name, version, description } = compiled.policy
const policies = {
  get: (policyId: string) =>
    policyId === id
      ? { compiled, summary: { id, name, version, description, severities: [], own: false, text: '' } }
      : null,
}
const ROW = {
  policyId: id,
  severity: 'P1',
  customer: 'Andes Freight',
  month: '2026-03',
  metric: 'resolution',
  met: 2,
  breached: 1,
  excluded: 4,
}

function read(rows: readonly (typeof ROW)[]): Record<string, string>[] {
  return parse(attainmentCsv({ rows: [...rows], goals: [] }, { timeZone: 'Etc/UTC' }, policies), {
    columns: true,
  })
}

test('a share counts what was decided, never what is excluded, and is not rounded', () => {
  expect(read([ROW])).toMatchObject([{ met: '2', breached: '1', excluded: '4', share: String(2 / 3) }])
  const nearly = read([{ ...ROW, met: 99_999, breached: 1 }])
  expect(Number(nearly[0]?.['share'])).toBeLessThan(1)
})

test('without a decided promise there is no share', () => {
  expect(read([{ ...ROW, met: 0, breached: 0 }])).toMatchObject([{ share: '' }])
})

test('a customer who calls himself a formula is none', () => {
  const formula = '=HYPERLINK("https://x.example")'
  expect(read([{ ...ROW, customer: formula }])).toMatchObject([{ customer: `'${formula}` }])
})

test('a contract that was removed meanwhile keeps its id', () => {
  expect(read([{ ...ROW, policyId: 'gone' }])).toMatchObject([
    { 'contract id': 'gone', contract: '', version: '' },
  ])
})
