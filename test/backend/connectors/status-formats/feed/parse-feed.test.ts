import { expect, test } from 'vitest'
import { readAnswer, readFixture } from '../fixture.ts'

function feedOf(name: string) {
  const { feed } = readFixture(name)
  if (feed === null) throw new Error(`${name} was not read as a feed`)
  return feed
}

test('an entity bomb is defused: nothing is expanded', () => {
  const started = performance.now()
  const feed = feedOf('entity-bomb.xml')
  expect(feed.items.map((item) => item.id)).toEqual(['one'])
  expect(feed.items[0]?.title).toBe('Outage &h;')
  expect(performance.now() - started).toBeLessThan(1000)
})

test('an external entity is neither read nor fetched', () => {
  const feed = feedOf('external-entity.xml')
  expect(feed.title).toBe('Reads &secret; files')
  expect(feed.items[0]?.title).toBe('Body &secret;')
})

test('a script in a title is text, a script in a body is gone, a script as a link is none', () => {
  const [first] = feedOf('script-title.xml').items
  expect(first?.title).toBe('<script>alert(1)</script> SMS down')
  expect(first?.link).toBeNull()
  expect(first?.url).toBeNull()
  expect(first?.text).toBe('First line\nSecond line <not a tag>')
})

test('zone names are read; impossible dates and unknown zones are null, and the entry stays', () => {
  const items = feedOf('script-title.xml').items
  expect(items.map((item) => item.publishedAt)).toEqual([Date.UTC(2026, 2, 2, 9), null, null])
})

test('relative links are kept as written and resolved against the page', () => {
  const second = feedOf('script-title.xml').items[1]
  expect(second).toMatchObject({
    title: 'Voice slow',
    link: '/relative/2',
    url: 'https://status.carrier.example/relative/2',
  })
})

test('an entry without id and link gets the same made id at every reading', () => {
  const ids = [1, 2].map(() => feedOf('script-title.xml').items[2]?.id)
  expect(ids[0]).toMatch(/^made:/)
  expect(ids[0]).toBe(ids[1])
})

test('RDF items missing from the table of contents are not lost', () => {
  const feed = feedOf('rdf-unlisted-item.xml')
  expect(feed.items.map((item) => item.title)).toEqual(['Listed', 'Not listed'])
  expect(feed.items[0]?.publishedAt).toBe(Date.UTC(2026, 2, 2, 8))
})

test('RDF without a table of contents is read too', () => {
  const { feed } = readAnswer(
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">' +
      '<channel><title>Bare</title></channel><item><title>Only</title></item></rdf:RDF>',
  )
  expect(feed?.items.map((item) => item.title)).toEqual(['Only'])
})

test('JSON Feed: plain content stays plain, with or without its version', () => {
  const item = {
    id: 'a',
    url: 'https://s.example/a',
    content_text: 'x < y',
    date_published: '2026-03-02T09:00:00Z',
  }
  for (const version of ['https://jsonfeed.org/version/1.1', undefined]) {
    const { feed } = readAnswer({
      version,
      title: 'Status',
      home_page_url: 'https://s.example',
      items: [item],
    })
    expect(feed).toMatchObject({ kind: 'json-feed', title: 'Status' })
    expect(feed?.items[0]).toMatchObject({ id: 'a', text: 'x < y', publishedAt: Date.UTC(2026, 2, 2, 9) })
  }
})

test('stray output before the feed, a missing channel tag and a cut last tag are forgiven', () => {
  const item = '<item><title>Outage</title><guid>one</guid></item>'
  const feeds = [
    `<br />\n<b>Notice</b>: undefined index<br />\n<?xml version="1.0"?><rss version="2.0"><channel>${item}</channel></rss>`,
    `<rss version="2.0">${item}</channel></rss>`,
    `<rss version="2.0"><channel>${item}</channel></rss`,
  ]
  for (const feed of feeds) expect(readAnswer(feed).feed?.items.map((entry) => entry.id)).toEqual(['one'])
})

test('a ttl is minutes, at most a day', () => {
  const rss = (ttl: string) => `<rss version="2.0"><channel><title>t</title><ttl>${ttl}</ttl></channel></rss>`
  expect(readAnswer(rss('5')).pollAfterMs).toBe(300_000)
  expect(readAnswer(rss('9999999')).pollAfterMs).toBe(86_400_000)
  expect(readAnswer(rss('-1')).pollAfterMs).toBeNull()
})

test('two thousand entries take less than two seconds', () => {
  const item = (id: number) =>
    `<item><title>Outage ${id}</title><guid>${id}</guid><description>${'&lt;p&gt;text&lt;/p&gt;'.repeat(20)}</description></item>`
  const items = Array.from({ length: 2000 }, (_, id) => item(id)).join('')
  const started = performance.now()
  expect(readAnswer(`<rss version="2.0"><channel>${items}</channel></rss>`).feed?.items).toHaveLength(2000)
  expect(performance.now() - started).toBeLessThan(2000)
})
