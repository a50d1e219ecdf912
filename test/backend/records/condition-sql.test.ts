import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { conditionSql, patternFaults } from '../../../electron/backend/records/condition-sql.ts'
import { identifier } from '../../../electron/backend/records/sql-text.ts'
import { checkCondition } from '../../../shared/commonality/condition/check-condition.ts'
import type { Condition } from '../../../shared/commonality/condition/condition.ts'
import { MOST_CHARACTERS } from '../../../shared/commonality/condition/limits.ts'
import { writeCondition } from '../../../shared/commonality/condition/write-condition.ts'
import { conditionIn } from '../../shared/commonality/condition/made-conditions.ts'
import { conditions, tables } from './made-records.ts'
import { naiveCondition, type NaiveTable } from './naive-condition.ts'

let instance: DuckDBInstance
let connection: DuckDBConnection

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  connection = await instance.connect()
})

afterAll(() => {
  connection.closeSync()
  instance.closeSync()
})

const SQL_TYPES = {
  category: 'VARCHAR',
  digits: 'VARCHAR',
  identifier: 'VARCHAR',
  number: 'DOUBLE',
  time: 'BIGINT',
}

async function fill({ columns, rows }: NaiveTable): Promise<void> {
  const types = columns.map(({ name, kind }) => `${identifier(name)} ${SQL_TYPES[kind]}`)
  await connection.run(`CREATE OR REPLACE TABLE records (place INTEGER, ${types.join(', ')})`)
  if (rows.length === 0) return
  const marks = `(${['?', ...columns.map(({ kind }) => `CAST(? AS ${SQL_TYPES[kind]})`)].join(', ')})`
  await connection.run(
    `INSERT INTO records VALUES ${rows.map(() => marks).join(', ')}`,
    // Numbers as texts: the driver takes whole ones for integers.
    rows.flatMap((row, place) => [place, ...row.map((cell) => (cell === null ? null : String(cell)))]),
  )
}

/** For each row what DuckDB makes of the condition. */
async function inDuckDB(condition: Condition, table: NaiveTable, timeZone: string): Promise<unknown[]> {
  const { sql, parameters } = conditionSql(condition, table.columns, timeZone)
  const reader = await connection.runAndReadAll(`SELECT ${sql} FROM records ORDER BY place`, [...parameters])
  return reader.getRows().map(([meets]) => meets)
}

const CALLS: NaiveTable = {
  columns: [
    { name: 'carrier', kind: 'category' },
    { name: 'sip_code', kind: 'number' },
    { name: 'start', kind: 'time' },
    { name: 'to', kind: 'digits' },
  ],
  rows: [
    ['Carrier X', 503, Date.parse('2026-11-20T09:59:59.999Z'), '+442079460001'],
    ['carrier x', 200, Date.parse('2026-11-20T10:00:00Z'), '15550100'],
    [null, 486.5, Date.parse('2026-11-20T23:00:00Z'), null],
    ['100% "sure"', null, null, '+15550100'],
  ],
}

describe('calls that meet', () => {
  test.each<[string, number[]]>([
    ['sip_code >= 400', [0, 2]],
    ['sip_code = 200 or SIP_CODE = 503', [0, 1]],
    ['sip_code between 200 and 486.5', [1, 2]],
    ['sip_code not between 200 and 486.5', [0]],
    ['sip_code in (2e2, 503.0)', [0, 1]],
    ['carrier = "Carrier X"', [0]],
    ['carrier != "Carrier X"', [1, 3]],
    ['not carrier = "Carrier X"', [1, 2, 3]],
    ['carrier not in ("Carrier X", none)', [1, 3]],
    ['not carrier in ("Carrier X", none)', [1, 2, 3]],
    ['carrier contains %', [3]],
    ['carrier contains _', []],
    ['carrier ends with \'"sure"\'', [3]],
    ['carrier not starts with Carrier', [1, 3]],
    ['carrier ~ "(?i)^CARRIER [xy]$"', [0, 1]],
    ['to starts with +44', [0]],
    ['to starts with 1555', [1]],
    ['to ends with 5550', []],
    ['to ~ "^\\+?1555"', [1, 3]],
    ['carrier is blank', [2]],
    ['sip_code is not blank and not (to is blank)', [0, 1]],
    ['start >= 2026-11-20T10:00', [1, 2]],
    ['start < "2026-11-20 10:00"', [0]],
    ['start = 1795168800', [1]],
    ['start <= 2026-11-20T09:59:59.999', [0]],
    ['start > 2026-11-20T10:00', [2]],
    ['start != 1795168800000', [0, 2]],
    ['start in (2026-11-20T10:00, 2026-11-20T23:00:00Z)', [1, 2]],
    ['start >= 2026-11-20T10:00 and start < 2026-11-20T12:00', [1]],
  ])('%s', async (text, places) => {
    await fill(CALLS)
    expect(checkCondition(conditionIn(text), CALLS.columns)).toEqual([])
    const met = await inDuckDB(conditionIn(text), CALLS, 'UTC')
    expect(met.flatMap((meets, place) => (meets === true ? [place] : []))).toEqual(places)
  })

  test.each<[string, string, number[]]>([
    ['start = 2026-11-20', 'UTC', [0, 1, 2]],
    ['start = 2026-11-20', 'Europe/Madrid', [0, 1]],
    ['start != 2026-11-20', 'Europe/Madrid', [2]],
    ['start > 2026-11-20', 'Europe/Madrid', [2]],
    ['start <= 2026-11-20', 'Europe/Madrid', [0, 1]],
    ['start < 2026-11-21', 'Europe/Madrid', [0, 1]],
    ['start between 2026-11-20T11:00 and 2026-11-21', 'Europe/Madrid', [1, 2]],
    ['start in (2026-11-21)', 'Asia/Kolkata', [2]],
  ])('%s in %s', async (text, timeZone, places) => {
    await fill(CALLS)
    const met = await inDuckDB(conditionIn(text), CALLS, timeZone)
    expect(met.flatMap((meets, place) => (meets === true ? [place] : []))).toEqual(places)
  })
})

test('parameters stand for values, whatever they try', async () => {
  await fill(CALLS)
  const text = `carrier = "'; DROP TABLE records; --" or carrier in ("') OR true --", "?") or to contains "$1"`
  const { sql, parameters } = conditionSql(conditionIn(text), CALLS.columns, 'UTC')
  expect(sql).not.toMatch(/DROP|true|\$1/)
  expect(parameters).toHaveLength(4)
  expect(await inDuckDB(conditionIn(text), CALLS, 'UTC')).toEqual([false, false, false, false])
})

test.each([
  ['carrier', 'category', (index: number) => `v${index}`],
  ['sip_code', 'number', (index: number) => index + 0.5],
] as const)('long lists of %s', async (name, kind, valueOf) => {
  const table = { columns: [{ name, kind }], rows: [...Array(3000).keys()].map((index) => [valueOf(index)]) }
  await fill(table)
  const list = [...Array(1500).keys()].map((index) => valueOf(index * 2)).join(',')
  const met = await inDuckDB(conditionIn(`not ${name} in ${list} or ${name} = ${valueOf(4)}`), table, 'UTC')
  expect(met).toEqual(table.rows.map((_, index) => index % 2 === 1 || index === 4))
})

test.each([
  ['many', 'sip_code = 1 or '.repeat(1200)],
  ['deep', 'not '.repeat(200)],
  ['nested', '(not sip_code = 1 or '.repeat(199)],
])('%s comparisons are run', async (_, before) => {
  await fill(CALLS)
  const condition = conditionIn(`${before}sip_code = 200${')'.repeat(before.split('(').length - 1)}`)
  expect(await inDuckDB(condition, CALLS, 'UTC')).toEqual(naiveCondition(CALLS, condition, 'UTC'))
})

test('a condition that was not checked is refused', () => {
  const sqlOf = (text: string) => () => conditionSql(conditionIn(text), CALLS.columns, 'UTC')
  expect(sqlOf('nowhere = 1')).toThrow('does not fit its columns, at "nowhere"')
  expect(sqlOf('sip_code = x')).toThrow('does not fit its columns, at "x"')
  expect(sqlOf('start = x')).toThrow('does not fit its columns, at "x"')
  expect(sqlOf('start contains x')).toThrow('does not fit its columns, at "x"')
  expect(() => conditionSql(conditionIn('to = 1'), CALLS.columns, '+01:00')).toThrow('is an offset')
})

test('regular expressions that the engine cannot read are told with their place', async () => {
  const condition = conditionIn('carrier ~ "^x" or carrier ~ "(a"\nor not to ~ "(?=x)"')
  expect(await patternFaults(connection, condition)).toEqual([
    { line: 1, column: 29, problem: 'bad-pattern', detail: { pattern: '(a', reason: 'missing ): (a' } },
    {
      line: 2,
      column: 13,
      problem: 'bad-pattern',
      detail: { pattern: '(?=x)', reason: 'invalid perl operator: (?=' },
    },
  ])
})

test('random conditions mean in DuckDB what they mean one row at a time', async () => {
  const zones = fc.constantFrom('UTC', 'Europe/Madrid', 'Asia/Kolkata')
  await fc.assert(
    fc.asyncProperty(tables, conditions, zones, async (table, made, timeZone) => {
      const text = writeCondition(made)
      fc.pre(text.length <= MOST_CHARACTERS)
      const condition = conditionIn(text)
      await fill(table)
      expect(await inDuckDB(condition, table, timeZone)).toEqual(naiveCondition(table, condition, timeZone))
    }),
    { numRuns: 600 },
  )
})
