import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { runFeedParse } from '../../electron/cli/verbs/feed-parse.ts'

const fixtures = resolve(import.meta.dirname, '../fixtures/status')

async function run(file: string, json = false) {
  const written: string[] = []
  const errors: string[] = []
  const exitCode = await runFeedParse(
    file,
    { json },
    { write: (line) => written.push(line), writeError: (line) => errors.push(line) },
  )
  return { exitCode, text: written.join('\n'), errors }
}

function inFolder(name: string, body: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'feed-parse-')), name)
  writeFileSync(file, body)
  return file
}

test('prints page, components, incidents and maintenances for a person', async () => {
  const { exitCode, text, errors } = await run(resolve(fixtures, 'statuspage-summary.json'))
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: [] })
  expect(text).toContain('Page: Novatel Carrier Services (statuspage-v2)')
  expect(text).toContain('Overall: none -> degraded (All Systems Operational)')
  expect(text).toContain('SMS / P2P: degraded_performance -> degraded')
  expect(text).toContain(
    '[inc-ghana] Delayed delivery to Kestrel Mobile (621/77) in Wakanda | status investigating | impact none -> unknown | open',
  )
  expect(text).toContain(
    'start 2026-03-10T23:00:00.000Z | update 2026-02-21T09:00:00.000Z | end 2026-03-11T03:00:00.000Z',
  )
  expect(text).toContain('components[4]: It has no name.')
})

test('prints the items of a plain feed with title and date', async () => {
  const { text } = await run(resolve(fixtures, 'script-title.xml'))
  expect(text).toContain('Page: Carrier & sons (rss)')
  expect(text).toContain('2026-03-02T09:00:00.000Z  <script>alert(1)</script> SMS down')
  expect(text).toContain('no date  Voice slow (/relative/2)')
})

test('--json keeps its shape', async () => {
  const { exitCode, text } = await run(resolve(fixtures, 'statuspage-summary.json'), true)
  expect(exitCode).toBe(0)
  const report: unknown = JSON.parse(text)
  expect(report).toMatchObject({
    format: 'statuspage-v2',
    pageName: 'Novatel Carrier Services',
    pageId: 'pg-novatel',
    pageUrl: 'https://status.novatel.example/',
    pageUpdatedAt: '2026-03-02T09:20:00.000Z',
    overall: { raw: 'none', state: 'degraded', description: 'All Systems Operational' },
    groups: ['SMS'],
    componentCount: 4,
    components: [
      { id: 'c-a2p', name: 'A2P', group: 'SMS', rawState: 'operational', state: 'operational' },
      {},
      {},
      {},
    ],
    incidentCount: 1,
    openIncidentCount: 1,
    incidents: [
      {
        id: 'inc-ghana',
        kind: 'incident',
        rawStatus: 'investigating',
        rawImpact: 'none',
        impact: 'unknown',
        open: true,
        startedAt: '2026-03-02T08:00:00.000Z',
        updatedAt: '2026-03-02T09:20:00.000Z',
        endedAt: null,
        components: ['A2P'],
        updateCount: 2,
        url: 'https://stspg.example/inc-ghana',
      },
    ],
    maintenanceCount: 1,
    maintenances: [
      { id: 'mnt-core', startedAt: '2026-03-10T23:00:00.000Z', endedAt: '2026-03-11T03:00:00.000Z' },
    ],
    feed: null,
  })
})

test.each([
  ['a web page', '<html></html>', 'a web page came instead of status data'],
  ['nothing', '', 'the answer is empty'],
  ['half a document', '{"page":', 'the JSON is broken or cut off'],
  ['another shape', '{"a":1}', 'the answer is JSON of no known status format'],
])('%s: one sentence and exit code 1', async (_name, body, reason) => {
  const file = inFolder('answer', body)
  expect(await run(file)).toEqual({
    exitCode: 1,
    text: '',
    errors: [`${file} cannot be read as a status page or feed: ${reason}.`],
  })
})

test('a missing file and a folder are told apart', async () => {
  expect((await run('/nowhere/at/all.json')).errors).toEqual([
    '/nowhere/at/all.json cannot be read as a status page or feed: there is no such file.',
  ])
  expect((await run(fixtures)).errors[0]).toContain('it is a folder')
})

test('control characters of a hostile title never reach the terminal', async () => {
  const file = inFolder(
    'feed.xml',
    '<rss version="2.0"><channel><title>\u001b[2Jgone</title><item><title>\u009b31mred\u0007</title></item></channel></rss>',
  )
  const { text } = await run(file)
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  expect(text).toContain('gone')
})

test('reads standard input as "-"', () => {
  const verb = resolve(import.meta.dirname, '../../electron/cli/verbs/feed-parse.ts')
  const script = `import { runFeedParse } from ${JSON.stringify(verb)}; process.exitCode = await runFeedParse('-', { json: true })`
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    input: JSON.stringify({ page: { name: 'I', status: 'UP' } }),
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    format: 'instatus',
    overall: { raw: 'UP', state: 'operational' },
  })
})
