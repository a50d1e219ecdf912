import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createPageTime } from '../../../renderer/app/timekeeper.ts'

const WRONG_WALL = Date.UTC(2020, 0, 1)
const BACKEND = Date.UTC(2026, 10, 22, 18, 0, 0, 400)

describe('the page’s time', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const made = () =>
    createPageTime(
      () => Date.now(),
      () => WRONG_WALL,
    )

  test('goes by the backend once it answered, not by the page’s own clock', () => {
    const time = made()
    expect(time.now()).toBe(WRONG_WALL)
    time.correct(BACKEND, 1)
    vi.advanceTimersByTime(2_500)
    expect(time.now()).toBe(BACKEND + 2_500)
  })

  test('runs at the rate of a demo', () => {
    const time = made()
    time.correct(BACKEND, 60)
    vi.advanceTimersByTime(1_000)
    expect(time.now()).toBe(BACKEND + 60_000)
  })

  test('never runs backwards over a slow answer, but follows a real correction', () => {
    const time = made()
    time.correct(BACKEND, 1)
    vi.advanceTimersByTime(1_000)
    const before = time.now()
    time.correct(BACKEND + 400, 1)
    expect(time.now()).toBe(before)
    time.correct(BACKEND - 3_600_000, 1)
    expect(time.now()).toBe(BACKEND - 3_600_000)
  })

  test('beats on whole seconds while somebody listens, and not otherwise', () => {
    const time = made()
    time.correct(BACKEND, 1)
    expect(vi.getTimerCount()).toBe(0)
    const beats: number[] = []
    const stop = time.subscribe(() => beats.push(time.beat()))
    vi.advanceTimersByTime(2_700)
    stop()
    vi.advanceTimersByTime(5_000)
    expect(beats).toHaveLength(3)
    expect(beats.every((beat) => beat % 1_000 < 10)).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })
})
