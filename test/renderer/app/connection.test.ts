import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createConnection, waitBeforeTry } from '../../../renderer/app/connection.ts'
import { DisconnectedError, type OpenLink, SignedOutError } from '../../../renderer/app/transport.ts'

/** A backend that can be away, ask for a sign-in, or be there; `cut` loses the open link. */
function controlledTransport() {
  let behaviour: 'there' | 'away' | 'sign-in' = 'there'
  let lose: (() => void) | null = null
  let opened = 0
  function open(onLost: () => void): Promise<OpenLink> {
    opened += 1
    if (behaviour === 'away') return Promise.reject(new Error('refused'))
    if (behaviour === 'sign-in') return Promise.reject(new SignedOutError('sign in'))
    lose = onLost
    return Promise.resolve({ link: { call: () => Promise.resolve('answer') }, close: onLost })
  }
  return {
    transport: { open, probe: () => Promise.resolve(true) },
    become: (next: typeof behaviour) => {
      behaviour = next
    },
    cut: () => lose?.(),
    opened: () => opened,
  }
}

describe('the connection', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('says since when it is lost, keeps trying, and comes back by itself', async () => {
    const backend = controlledTransport()
    const connection = createConnection(backend.transport, () => 1234)
    await vi.advanceTimersByTimeAsync(0)
    expect(connection.getState()).toEqual({ kind: 'connected' })
    backend.become('away')
    backend.cut()
    expect(connection.getState()).toEqual({ kind: 'reconnecting', since: 1234 })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(connection.getState()).toEqual({ kind: 'reconnecting', since: 1234 })
    backend.become('there')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(connection.getState()).toEqual({ kind: 'connected' })
    connection.close()
  })

  test('calls answer while it is there and fail at once while it is not', async () => {
    const backend = controlledTransport()
    const connection = createConnection(backend.transport, () => 0)
    await expect(connection.client.sources.list()).resolves.toBe('answer')
    backend.become('away')
    backend.cut()
    await expect(connection.client.sources.list()).rejects.toBeInstanceOf(DisconnectedError)
    connection.close()
  })

  test('where a sign-in is wanted it waits for one instead of knocking on', async () => {
    const backend = controlledTransport()
    backend.become('sign-in')
    const connection = createConnection(backend.transport, () => 0)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(connection.getState()).toEqual({ kind: 'signed-out' })
    expect(backend.opened()).toBe(1)
    backend.become('there')
    connection.retryNow()
    await vi.advanceTimersByTimeAsync(0)
    expect(connection.getState()).toEqual({ kind: 'connected' })
    connection.close()
  })

  test('waits longer after each failure, up to ten seconds, and never all walls at once', () => {
    expect([1, 2, 3, 4, 5, 6, 50].map((failures) => waitBeforeTry(failures, 1))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
    ])
    expect(waitBeforeTry(6, 0)).toBe(5_000)
  })
})
