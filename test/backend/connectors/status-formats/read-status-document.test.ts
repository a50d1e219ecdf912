import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SourceFault } from '../../../../electron/backend/connectors/source-fault.ts'
import {
  MAX_DOCUMENT_BYTES,
  readStatusDocument,
  recogniseFormat,
} from '../../../../electron/backend/connectors/status-formats/read-status-document.ts'
import { statusSnapshot } from '../../../../shared/records/status-page.ts'
import { fixtureBytes, fixtureText, readFixture } from './fixture.ts'

function faultOf(body: string | Uint8Array): string | undefined {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  try {
    const { snapshot } = readStatusDocument({ bytes, url: null, contentType: 'application/json' })
    return statusSnapshot.safeParse(snapshot).success ? undefined : 'a snapshot of the wrong shape'
  } catch (error) {
    return error instanceof SourceFault ? error.code : String(error)
  }
}

/** What may become of bytes nobody vouches for; undefined is a good report. */
const FAULTS = [undefined, 'unreadable', 'wrong-type', 'not-the-expected-source']

describe('an answer of 200 is not health', () => {
  test.each([
    ['nothing', '', 'wrong-type'],
    ['white space', ' \n\t ', 'wrong-type'],
    ['a web page', '<!DOCTYPE html><html><body>All good</body></html>', 'wrong-type'],
    [
      'a web page that names feeds',
      '<html><head><!-- <rss> --></head><body><rss version="2.0"></body></html>',
      'wrong-type',
    ],
    ['words', 'All systems operational', 'wrong-type'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'wrong-type'],
    ['other JSON', '{"status":"ok"}', 'not-the-expected-source'],
    ['an empty object', '{}', 'not-the-expected-source'],
    ['an empty list', '[]', 'not-the-expected-source'],
    ['a list of nothings', '[null, 1, "x"]', 'not-the-expected-source'],
    ['half a JSON', '{"page":{"id":"p"},"status":', 'unreadable'],
    ['half a feed', '<rss version="2.0"><channel><title>', 'unreadable'],
    ['a tower of brackets', '['.repeat(200_000), 'unreadable'],
    ['a flood', new Uint8Array(MAX_DOCUMENT_BYTES + 1).fill(0x20), 'too-large'],
  ])('%s', (_name, body, code) => {
    expect(faultOf(body)).toBe(code)
  })
})

test.each([
  'statuspage-summary.json',
  'statuspage-incidents.json',
  'statuspage-history.atom',
  'google-incidents.json',
  'script-title.xml',
  'entity-bomb.xml',
  'external-entity.xml',
  'rdf-unlisted-item.xml',
])('%s gives a snapshot of the contract’s shape', (name) => {
  expect(statusSnapshot.safeParse(readFixture(name).snapshot).error).toBeUndefined()
})

test('recogniseFormat names what stands at an address', () => {
  const recognised = (name: string) => recogniseFormat(null, null, fixtureBytes(name))
  expect(recognised('statuspage-summary.json')).toEqual({
    id: 'statuspage-v2',
    label: 'Statuspage',
    medium: 'json',
  })
  expect(recognised('statuspage-history.atom')).toMatchObject({ id: 'statuspage-feed', medium: 'feed' })
  expect(recognised('script-title.xml')).toEqual({ id: 'rss', label: 'Feed', medium: 'feed' })
  expect(recogniseFormat(null, 'text/html', new TextEncoder().encode('<html></html>'))).toBeNull()
})

test.each([
  'statuspage-summary.json',
  'statuspage-history.atom',
  'script-title.xml',
  'entity-bomb.xml',
  'rdf-unlisted-item.xml',
])('whatever is cut out of %s, the outcome is a report or a named fault', (name) => {
  const whole = fixtureText(name)
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(200), (from, length) => {
      const body = whole.slice(0, from) + whole.slice(from + length)
      expect(FAULTS).toContain(faultOf(body))
    }),
  )
})

test('any JSON is a valid snapshot or a named fault', () => {
  const keys = fc.constantFrom(
    'page',
    'id',
    'status',
    'incidents',
    'components',
    'notices',
    'data',
    'attributes',
    'result',
    'name',
    'type',
  )
  const json = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.double(),
      fc.constantFrom(null, true, 'incident', 'status_page', 'active', 'UP'),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(keys, tie('node'), { maxKeys: 5 }),
    ),
  })).node
  fc.assert(
    fc.property(json, (value) => {
      const bytes = new TextEncoder().encode(JSON.stringify(value) ?? '')
      expect(FAULTS).toContain(faultOf(bytes))
    }),
    { numRuns: 500 },
  )
})
