import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { exampleFile } from '../../../electron/backend/analysis/example-file.ts'
import { madeFinding } from '../../support/made-analysis.ts'

test('each record is a line, A fails and B works, with the columns of all of them', () => {
  const { fileName, mediaType, text } = exampleFile(
    madeFinding({
      id: '0123456789abcdef',
      examples: [
        {
          failing: { row: 3, values: { call_id: 'a@switch.example', note: 'said "no", twice\nand left' } },
          working: { row: 9, values: { call_id: 'b@switch.example', codec: 'G.711' } },
          differing: [],
        },
        {
          failing: { row: 4, values: { call_id: '=1+1' } },
          working: { row: 8, values: { call_id: 'd@switch.example' } },
          differing: ['codec'],
        },
      ],
    }),
  )
  expect([fileName, mediaType]).toEqual(['examples-01234567.csv', 'text/csv'])
  const rows: unknown = parse(text)
  expect(rows).toEqual([
    ['A/B', 'call_id', 'note', 'codec'],
    ['A1 failing', 'a@switch.example', 'said "no", twice\nand left', ''],
    ['B1 working', 'b@switch.example', '', 'G.711'],
    // No spreadsheet runs it.
    ['A2 failing', "'=1+1", '', ''],
    ['B2 working', 'd@switch.example', '', ''],
  ])
})

test('a finding without examples gives a table without rows', () => {
  expect(exampleFile(madeFinding()).text).toBe('A/B\n')
})
