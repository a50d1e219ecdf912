import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SourceFault } from '../../../../electron/backend/connectors/source-fault.ts'
import {
  readStatusDocument,
  recogniseFormat,
} from '../../../../electron/backend/connectors/status-formats/read-status-document.ts'
import { describeReport } from '../../../../electron/cli/verbs/feed-parse-output.ts'
import { contradictions, type PayloadEntry } from './captured-facts.ts'

// Other people's payloads: they stay beside the project and never enter it.
const folder = resolve(import.meta.dirname, '../../../../../shared/data/feeds')
const index = resolve(folder, 'index.json')
const isThere = existsSync(index)
const entries: PayloadEntry[] = isThere ? JSON.parse(readFileSync(index, 'utf8')).entries : []

/** The slowest hostile payload may take this long. */
const MOST_MS = 2000

function outcomeOf(entry: PayloadEntry): string[] {
  const { facts } = entry
  const bytes = readFileSync(resolve(folder, entry.file))
  const contentType = entry.http?.['content-type'] ?? null
  const started = performance.now()
  const found: string[] = []
  try {
    const report = describeReport(readStatusDocument({ bytes, url: null, contentType }))
    if (facts['expect'] !== undefined) found.push('it was read, though it is no status document')
    found.push(...contradictions(report, facts))
    const shown = JSON.stringify(report)
    const forbidden = facts['must_not_contain']
    if (typeof forbidden === 'string' && shown.includes(forbidden)) found.push(`it contains ${forbidden}`)
    if (/"(?:link|url)":"(?!https?:|[^":]*")/i.test(shown)) found.push('a link is no web address')
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error
    const mayFail = facts['expect'] !== undefined || facts['may'] === 'reject'
    if (!mayFail) found.push(`refused: ${error.message}`)
  }
  if (performance.now() - started > MOST_MS) found.push('it took too long')
  return found
}

describe.skipIf(!isThere)('captured payloads (skipped where ../shared/data/feeds is missing)', () => {
  test.each(entries.filter((entry) => entry.level === 'must'))('$file must give its facts', (entry) => {
    expect(outcomeOf(entry)).toEqual([])
  })

  test('good parsers deliver the "should" facts: none is lost', () => {
    const should = entries.filter((entry) => entry.level === 'should')
    const failed = should.filter((entry) => outcomeOf(entry).length > 0)
    console.log(
      `captured payloads: ${should.length - failed.length} of ${should.length} "should" entries pass`,
    )
    expect(failed.map((entry) => [entry.file, outcomeOf(entry)])).toEqual([])
  })

  test.each(entries.filter((entry) => entry.level === 'may'))('$file never throws uncaught', (entry) => {
    expect(() => outcomeOf(entry)).not.toThrow()
  })

  test('every status payload is recognised, failures excepted', () => {
    const unknown = entries
      .filter((entry) => entry.kind === 'status' && entry.facts['expect'] === undefined)
      .filter((entry) => recogniseFormat(null, null, readFileSync(resolve(folder, entry.file))) === null)
    expect(unknown.map((entry) => entry.file)).toEqual([])
  })
})
