import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { MessagePortMain, UtilityProcess } from 'electron'
import { createBackendHost } from '../../electron/main/backend-host.ts'
import { FakeChild, FakePort } from '../fakes/electron.ts'

function setUp() {
  const forked: FakeChild[] = []
  const problems: string[] = []
  const restarts: number[] = []
  const logged: string[] = []
  const host = createBackendHost({
    fork() {
      const child = new FakeChild('backend.js', [])
      forked.push(child)
      return child as unknown as UtilityProcess
    },
    secret: (operation, text) =>
      text === 'forbidden' ? Promise.reject(new Error('Not kept.')) : Promise.resolve(`${operation}:${text}`),
    onProblem: (sentence) => problems.push(sentence),
    onRestart: (failures) => restarts.push(failures),
    log: (message) => logged.push(message),
  })
  const port = () => new FakePort() as unknown as MessagePortMain
  return { host, forked, problems, restarts, logged, port }
}

describe('the backend process', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    return () => vi.useRealTimers()
  })

  test('a page that asks early is connected once the backend is ready', () => {
    const { host, forked, port } = setUp()
    const early = port()
    host.connect(early)
    expect(forked[0]?.sent).toEqual([])
    forked[0]?.emit('message', { kind: 'ready' })
    const late = port()
    host.connect(late)
    expect(forked[0]?.sent).toEqual([
      { message: { kind: 'connect' }, ports: [early] },
      { message: { kind: 'connect' }, ports: [late] },
    ])
  })

  test('is started again after a crash, later each time, and pages are told', () => {
    const { forked, restarts } = setUp()
    forked[0]?.emit('exit', 139)
    vi.advanceTimersByTime(499)
    expect(forked).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(forked).toHaveLength(2)
    forked[1]?.emit('exit', 139)
    vi.advanceTimersByTime(999)
    expect(forked).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(forked).toHaveLength(3)
    expect(restarts).toEqual([1, 2])
  })

  test('data that cannot be opened is said once and not retried', () => {
    const { forked, problems } = setUp()
    forked[0]?.emit('message', { kind: 'problem', sentence: 'The database is damaged.' })
    forked[0]?.emit('exit', 1)
    vi.advanceTimersByTime(120_000)
    expect(problems).toEqual(['The database is damaged.'])
    expect(forked).toHaveLength(1)
  })

  test('secrets are answered, refusals as a sentence', async () => {
    const { forked } = setUp()
    forked[0]?.emit('message', { kind: 'secret', id: 1, operation: 'seal', text: 'x' })
    forked[0]?.emit('message', { kind: 'secret', id: 2, operation: 'seal', text: 'forbidden' })
    await vi.waitFor(() => expect(forked[0]?.sent).toHaveLength(2))
    expect(forked[0]?.sent.map((entry) => entry.message)).toEqual([
      { kind: 'secret-answer', id: 1, text: 'seal:x', refusal: null },
      { kind: 'secret-answer', id: 2, text: null, refusal: 'Not kept.' },
    ])
  })

  test('messages of no known shape are refused and logged', () => {
    const { forked, logged } = setUp()
    forked[0]?.emit('message', { kind: 'format-disk' })
    expect(logged).toEqual(['backend-message-refused'])
  })

  test('stops when asked, and is ended when it does not', async () => {
    const { host, forked } = setUp()
    forked[0]?.emit('message', { kind: 'ready' })
    const stopped = host.stop()
    expect(forked[0]?.sent).toEqual([{ message: { kind: 'stop' }, ports: [] }])
    vi.advanceTimersByTime(5_000)
    await stopped
    expect(forked[0]?.killed).toBe(true)
    vi.advanceTimersByTime(120_000)
    expect(forked).toHaveLength(1)
  })
})
