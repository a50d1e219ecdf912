import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { CALLS, switchCalls } from '../support/switch-calls.ts'
import { lines, meridian, temporaryDirectory } from './support/meridian.ts'

const FAILED = ['--failed', 'sip_code >= 400']
const CAUSE = { carrier: 'Beta', codec: 'G.729' }

/** Files of these contents in a folder of their own; gives their paths. */
function written(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  const directory = temporaryDirectory()
  return Object.entries(files).map(([name, content]) => {
    const path = join(directory, name)
    writeFileSync(path, content)
    return path
  })
}

async function analysed(args: readonly string[]) {
  const { code, stdout, stderr } = await meridian(['analyse', ...args, '--json'])
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout)
}

test('says in words what failing calls share, counts first, and what is supposed', async () => {
  const [file = ''] = written({ 'calls.csv': switchCalls({ fault: true }) })
  const { code, stdout, stderr } = await meridian(['analyse', file, ...FAILED])
  expect([code, stderr]).toEqual([0, ''])
  const said = lines(stdout)
  expect(said[0]).toMatch(/^\d+ failing records are compared with \d+ working ones\.$/)
  expect(said[1]).toBe('1. carrier Beta and codec G.729')
  expect(said[2]).toMatch(
    /^ {3}They share carrier Beta and codec G\.729: 54 of \d+ failing records, 6 of \d+/,
  )
  expect(said.find((line) => line.includes('Assumption: '))).toContain('is the cause')
  expect(said.at(-1)).toMatch(/^To be proven with these records/)
})

test('--json has explanations, symptoms, what is unexplained, and limits', async () => {
  const [file = ''] = written({ 'calls.csv': switchCalls({ fault: true }) })
  const told = await analysed([file, ...FAILED])
  expect(Object.keys(told)).toEqual([
    'files',
    'failing',
    'working',
    'explanations',
    'symptoms',
    'setAside',
    'unexplained',
    'limits',
  ])
  expect(told.files).toEqual(['calls.csv'])
  expect(told.failing + told.working).toBe(CALLS)
  expect(told.explanations[0]).toMatchObject({
    conjunction: CAUSE,
    window: null,
    verdict: 'proven',
    counts: { failing: { inside: 54, of: told.failing }, working: { inside: 6, of: told.working } },
    shareRatio: { value: expect.any(Number), low: expect.any(Number), high: expect.any(Number) },
    oddsRatio: { value: expect.any(Number) },
    risk: null,
    equivalents: expect.any(Array),
  })
  expect(told.unexplained).toBe(told.failing - 54)
  expect(told.limits).toMatchObject({
    provable: { single: expect.any(Number), pair: expect.any(Number), triple: expect.any(Number) },
    sampling: null,
    dispersion: 1,
    refusedRows: 0,
  })
})

test('rows that count are recognised by their columns, or named; then risks are told', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => {
    const carrier = ['A', 'B', 'C', 'D'][index % 4]
    return `${carrier},${['x', 'y'][Math.floor(index / 4) % 2]},${carrier === 'B' ? 30 : 1},100`
  })
  const [recognised = '', named = ''] = written({
    'counts.csv': `carrier,pop,failed,total\n${rows.join('\n')}\n`,
    'others.csv': `carrier,pop,ko,alle\n${rows.join('\n')}\n`,
  })
  const own = await analysed([recognised])
  const given = await analysed([named, '--failed-count', 'ko', '--total-count', 'alle'])
  expect(own.explanations[0]).toMatchObject({ conjunction: { carrier: 'B' }, risk: { inside: 0.3 } })
  expect(given.explanations).toEqual(own.explanations)
  expect([own.failing, own.working]).toEqual([330, 3670])
})

test('--each prints a line for every file; what cannot be read stops none, and the exit code tells', async () => {
  const [first = '', broken = '', last = ''] = written({
    'first.csv': switchCalls({ fault: true }),
    'broken.csv': '\n',
    'last.csv.gz': gzipSync(switchCalls({ fault: true })),
  })
  const files = [first, broken, last]
  const { code, stdout, stderr } = await meridian(['analyse', ...files, ...FAILED, '--each', '--json'])
  expect([code, stderr]).toEqual([1, ''])
  const told = lines(stdout).map((line) => JSON.parse(line))
  expect(told.map(({ file }) => file)).toEqual(files)
  expect(told[1]).toEqual({ file: broken, problem: expect.stringContaining('broken.csv') })
  for (const answered of [told[0], told[2]]) expect(answered.explanations[0].conjunction).toEqual(CAUSE)

  const inWords = await meridian(['analyse', ...files, ...FAILED, '--each'])
  expect(inWords.code).toBe(1)
  expect(lines(inWords.stdout)).toEqual([
    expect.stringMatching(/first\.csv: \d+ failing records .* 1\. carrier Beta and codec G\.729/),
    expect.stringMatching(/broken\.csv: .*broken\.csv/),
    expect.stringMatching(/last\.csv\.gz: \d+ failing records/),
  ])
})

test('files given together are one set', async () => {
  const [one = '', two = ''] = written({
    'one.csv': switchCalls({ fault: true }),
    'two.csv': switchCalls({ fault: true }),
  })
  const told = await analysed([one, two, ...FAILED])
  expect(told.files).toEqual(['one.csv', 'two.csv'])
  expect(told.failing + told.working).toBe(2 * CALLS)
})

test('--ignore, --max-order, --where and --all-records are heard', async () => {
  const [file = ''] = written({ 'calls.csv': switchCalls({ fault: true }) })
  const ignoring = await analysed([file, ...FAILED, '--ignore', 'carrier, pop'])
  expect(ignoring.setAside).toEqual(
    expect.arrayContaining([
      { column: 'carrier', reason: 'ignored' },
      { column: 'pop', reason: 'ignored' },
    ]),
  )
  expect(JSON.stringify(ignoring.explanations)).not.toContain('Beta')
  const single = await analysed([file, ...FAILED, '--max-order', '1'])
  expect(single.explanations.length).toBeGreaterThan(0)
  for (const { conjunction, window } of single.explanations) {
    expect(Object.keys(conjunction).length + (window === null ? 0 : 1)).toBe(1)
  }
  const where = await analysed([file, ...FAILED, '--where', 'codec = G.711', '--all-records'])
  expect(where.failing + where.working).toBe(CALLS / 2)
  const whole = await analysed([file, ...FAILED, '--all-records'])
  expect(whole.explanations[0].risk.inside).toBeCloseTo(0.9)
})

test('rows that could not be read are told beside the answer', async () => {
  const calls = switchCalls({ fault: true }).split('\n')
  calls.splice(100, 0, 'only,three,cells')
  const [file = ''] = written({ 'calls.csv': calls.join('\n') })
  const { code, stdout, stderr } = await meridian(['analyse', file, ...FAILED])
  expect(code).toBe(0)
  expect(stdout).toContain('1. carrier Beta and codec G.729')
  expect(lines(stderr)).toEqual([
    '1 row could not be read and is in no count:',
    expect.stringContaining('calls.csv, line 101: '),
  ])
  expect((await analysed([file, ...FAILED])).limits.refusedRows).toBe(1)
})

test('a column to leave out that is not there is told, and the others are left out', async () => {
  const [file = ''] = written({ 'calls.csv': switchCalls({ fault: true }) })
  const { code, stdout, stderr } = await meridian([
    'analyse',
    file,
    ...FAILED,
    '--json',
    '--ignore',
    'pop,colour',
  ])
  expect(code).toBe(0)
  expect(lines(stderr)).toEqual(['--ignore: calls.csv has no column "colour".'])
  expect(JSON.parse(stdout).setAside).toContainEqual({ column: 'pop', reason: 'ignored' })
})

test.each([
  [
    'a condition on no column',
    ['--failed', 'sip_kode >= 400'],
    '--failed: line 1, column 1: There is no column “sip_kode”',
  ],
  [
    'a condition that breaks off',
    [...FAILED, '--where', 'pop =\n\n and x = 1'],
    '--where: line 3, column 2: ',
  ],
  ['no meaning of failing', [], '--failed: say which records fail'],
  ['a weight of words', [...FAILED, '--weight', 'carrier'], '--weight: "carrier" holds no numbers'],
  ['a count without its total', ['--failed-count', 'sip_code'], '--total-count: rows that count need both'],
  ['no time zone', [...FAILED, '--zone', 'Mars/Olympus'], '--zone: "Mars/Olympus" is not a time zone'],
])('%s: one sentence and exit code 1', async (_what, args, sentence) => {
  const [file = ''] = written({ 'calls.csv': switchCalls({ fault: true, calls: 40 }) })
  const { code, stdout, stderr } = await meridian(['analyse', file, ...args])
  expect([code, stdout]).toEqual([1, ''])
  expect(lines(stderr)).toEqual([expect.stringContaining(sentence)])
})

test('a file that is not there and an order that nobody can search', async () => {
  const missing = join(temporaryDirectory(), 'none.csv')
  const answer = await meridian(['analyse', missing, ...FAILED])
  expect([answer.code, lines(answer.stderr)]).toEqual([1, [expect.stringContaining('none.csv is not there')]])
  const wrong = await meridian(['analyse', missing, ...FAILED, '--max-order', '9'])
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('from 1 to 6')
})
