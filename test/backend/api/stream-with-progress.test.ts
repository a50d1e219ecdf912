import { expect, test } from 'vitest'
import { allOf } from '../../support/all-of.ts'
import { streamWithProgress } from '../../../electron/backend/api/stream-with-progress.ts'

test('progress, then the result; of progress that nobody read only the last counts', async () => {
  const steps = streamWithProgress(undefined, async (tell) => {
    tell({ done: 1, total: 3 })
    tell({ done: 2, total: 3 })
    return 'all'
  })
  expect(await allOf(steps)).toEqual([
    { kind: 'progress', done: 2, total: 3 },
    { kind: 'result', result: 'all' },
  ])
})

test('each step is given when it comes', async () => {
  const end = Promise.withResolvers<void>()
  let tellDone = (_done: number): void => undefined
  const steps = streamWithProgress(undefined, async (tell) => {
    tellDone = (done) => tell({ done, total: 9 })
    await end.promise
    return null
  })
  for (const done of [1, 5]) {
    const next = steps.next()
    tellDone(done)
    expect(await next).toEqual({ done: false, value: { kind: 'progress', done, total: 9 } })
  }
  end.resolve()
  expect((await steps.next()).value).toEqual({ kind: 'result', result: null })
  expect((await steps.next()).done).toBe(true)
})

test('what the work throws comes out', async () => {
  const steps = streamWithProgress(undefined, () => Promise.reject(new Error('no room')))
  await expect(steps.next()).rejects.toThrow('no room')
})

test('an abort reaches the work, whose reason comes out', async () => {
  const abort = new AbortController()
  const steps = streamWithProgress(abort.signal, async (_tell, signal) => {
    const stopped = Promise.withResolvers<never>()
    signal.addEventListener('abort', () => stopped.reject(signal.reason))
    return stopped.promise
  })
  const next = steps.next()
  abort.abort(new Error('enough'))
  await expect(next).rejects.toThrow('enough')
})

test('whoever reads no further stops the work and waits until it has ended', async () => {
  const happened: string[] = []
  const steps = streamWithProgress(undefined, async (tell, signal) => {
    tell({ done: 1, total: 2 })
    const stopped = Promise.withResolvers<void>()
    signal.addEventListener('abort', () => stopped.resolve())
    await stopped.promise
    await Promise.resolve()
    happened.push('the work has ended')
    throw new Error('stopped')
  })
  await steps.next()
  await steps.return(undefined)
  happened.push('the reader goes on')
  expect(happened).toEqual(['the work has ended', 'the reader goes on'])
})
