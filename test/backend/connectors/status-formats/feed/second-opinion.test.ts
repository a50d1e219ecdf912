import { parseFeed } from '@rowanmanning/feed-parser'
import { expect, test } from 'vitest'
import { fixtureText, readFixture } from '../fixture.ts'

/** Fixtures without markup, zone names or faults on purpose, on which two parsers have nothing to differ about. */
test.each(['statuspage-history.atom', 'rdf-unlisted-item.xml'])(
  'another parser, written by others, sees the same entries in %s',
  (name) => {
    const other = parseFeed(fixtureText(name))
    const ours = readFixture(name).feed
    expect(ours?.title).toBe(other.title)
    expect(ours?.items.map(({ title, url }) => ({ title, url }))).toEqual(
      other.items.map(({ title, url }) => ({ title, url })),
    )
    expect(ours?.items.map((item) => item.publishedAt)).toEqual(
      other.items.map((item) => item.published?.getTime() ?? null),
    )
  },
)
