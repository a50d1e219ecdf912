import { join, resolve } from 'node:path'
import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  doJobHere,
  type AnalysisJob,
  type AnalysisJobResult,
  type DoJob,
} from '../../../electron/backend/analysis/analysis-job.ts'
import { jobsInWorkers } from '../../../electron/backend/analysis/worker-jobs.ts'
import { temporaryDirectory } from '../store/temporary-store.ts'
import { answerJob, madeTable } from './made-table.ts'

const WORKER = resolve(import.meta.dirname, '../../../electron/backend/analysis/analysis-worker.ts')

async function resultsOf(doJob: DoJob, job: AnalysisJob, signal?: AbortSignal): Promise<AnalysisJobResult[]> {
  const results: AnalysisJobResult[] = []
  for await (const result of doJob(job, signal)) results.push(result)
  return results
}

/** A worker that says so when it begins, and goes on until it is ended. */
function endlessWorker(): string {
  const file = join(temporaryDirectory(), 'endless.mjs')
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'
     parentPort.postMessage({ kind: 'result', result: { kind: 'count', count: 'begun' } })
     setInterval(() => {}, 1000)`,
  )
  return file
}

const SIDES: AnalysisJob = { kind: 'sides', table: madeTable(), options: {} }
const COUNT: AnalysisJob = {
  kind: 'count',
  table: madeTable(),
  parts: [{ kind: 'value', column: 'first', value: 'A' }],
}

test.each([
  ['a question', answerJob()],
  ['both sides', SIDES],
  ['a count', COUNT],
])('%s is answered by a worker as it is here', async (_what, job) => {
  const there = await resultsOf(jobsInWorkers(WORKER), job)
  expect(there).toEqual(await resultsOf(doJobHere, job))
  expect(there.length).toBeGreaterThan(0)
})

test('the last answer of a question is done and names what failing records share', async () => {
  const last = (await resultsOf(doJobHere, answerJob())).at(-1)
  expect(last).toMatchObject({
    kind: 'answer',
    answer: {
      done: true,
      findings: [
        {
          verdict: 'proven',
          parts: [
            { kind: 'value', column: 'first', value: 'A' },
            { kind: 'value', column: 'second', value: 'B' },
          ],
        },
      ],
    },
  })
})

test.each([
  ['here', doJobHere],
  ['in a worker', jobsInWorkers(WORKER)],
])('what cannot be answered is refused with a RangeError, %s', async (_where, doJob) => {
  const table = madeTable()
  const columns = table.columns.map((column) => ({ ...column, codes: null, values: [] }))
  await expect(resultsOf(doJob, answerJob({ ...table, columns }, ['first']))).rejects.toThrow(RangeError)
  await expect(resultsOf(doJob, answerJob({ ...table, columns }, ['first']))).rejects.toThrow('first')
})

test('a failure of the worker is not taken for a refusal', async () => {
  const file = join(temporaryDirectory(), 'broken.mjs')
  writeFileSync(file, `throw new TypeError('something of ours is broken')`)
  await expect(resultsOf(jobsInWorkers(file), COUNT)).rejects.toThrow('something of ours is broken')
  writeFileSync(file, '')
  const silent = jobsInWorkers(file)
  await expect(resultsOf(silent, COUNT)).rejects.toThrow('ended without an answer')
  // Its place is free again, as often as it fails.
  for (let time = 0; time < 3; time += 1) {
    await expect(resultsOf(silent, COUNT)).rejects.toThrow('ended without an answer')
  }
})

test('an abort ends a job, here and in a worker', async () => {
  const reason = new Error('enough')
  const aborted = AbortSignal.abort(reason)
  await expect(resultsOf(doJobHere, answerJob(), aborted)).rejects.toBe(reason)
  await expect(resultsOf(jobsInWorkers(WORKER), answerJob(), aborted)).rejects.toBe(reason)

  const abort = new AbortController()
  const results = jobsInWorkers(endlessWorker())(COUNT, abort.signal)
  await results.next()
  const next = results.next()
  abort.abort(reason)
  await expect(next).rejects.toBe(reason)
})

test('jobs beyond two wait for a place; whoever waits and gives up leaves it to the next', async () => {
  const doJob = jobsInWorkers(endlessWorker())
  const told: string[] = []
  function begin(name: string) {
    const abort = new AbortController()
    const results = doJob(COUNT, abort.signal)
    const first = results.next().then(
      () => void told.push(`${name} begins`),
      () => void told.push(`${name} gives up`),
    )
    return { abort, results, first }
  }
  const [one, two] = [begin('one'), begin('two')]
  await Promise.all([one.first, two.first])
  const three = begin('three')
  const four = begin('four')
  const five = begin('five')
  three.abort.abort()
  await three.first
  expect(told.slice(2)).toEqual(['three gives up'])
  // By abort while it works, and by reading no further.
  one.abort.abort()
  await one.results.next().catch(() => undefined)
  await four.first
  await two.results.return(undefined)
  await five.first
  expect(told.slice(2)).toEqual(['three gives up', 'four begins', 'five begins'])
  await four.results.return(undefined)
  await five.results.return(undefined)
  // Both places are free: neither was lost or given twice.
  const [six, seven] = [begin('six'), begin('seven')]
  await Promise.all([six.first, seven.first])
  expect(told.slice(-2).toSorted()).toEqual(['seven begins', 'six begins'])
  const eight = begin('eight')
  // A worker that need not wait begins meanwhile.
  const beside = jobsInWorkers(endlessWorker())(COUNT)
  await beside.next()
  await beside.return(undefined)
  expect(told).not.toContain('eight begins')
  for (const { abort } of [six, seven, eight]) abort.abort()
  await eight.first
  await Promise.all([six, seven].map(({ results }) => results.next().catch(() => undefined)))
})
