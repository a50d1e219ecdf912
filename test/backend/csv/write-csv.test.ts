import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCsv } from '../../../electron/backend/csv/write-csv.ts'

test('the columns are the header and the order of the fields', () => {
  const rows = [{ name: 'Ångström, Ltd', share: 0.5, 'a.b': null }]
  expect(writeCsv(['share', 'name', 'a.b'], rows)).toBe('share,name,a.b\n0.5,"Ångström, Ltd",\n')
})

test('no rows are a header alone', () => {
  expect(writeCsv(['case', 'metric'], [])).toBe('case,metric\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('%j is no formula', (text) => {
  const [, line] = read(writeCsv(['subject'], [{ subject: text }]))
  expect(line).toEqual([`'${text}`])
})

test('a negative number is no formula', () => {
  expect(writeCsv(['left'], [{ left: -3600 }])).toBe('left\n-3600\n')
})

test('whatever is written can be read back', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !/^[=+\-@\t\r＝＋－＠]/u.test(value))
  fc.assert(
    fc.property(fc.array(fc.record({ first: text, second: text }), { maxLength: 20 }), (rows) => {
      const lines = read(writeCsv(['first', 'second'], rows))
      expect(lines).toEqual([['first', 'second'], ...rows.map(({ first, second }) => [first, second])])
    }),
  )
})

function read(csv: string): string[][] {
  return parse(csv, { record_delimiter: '\n' })
}
