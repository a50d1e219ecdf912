import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Tones } from '../../../renderer/alerts/browser-tones.ts'
import { createChime } from '../../../renderer/alerts/chime.ts'

/** A browser's sound that starts when `allow` is called, or at once where it is allowed from the start. */
function silentBrowser(isAllowed: boolean) {
  let isAwake = false
  let played = 0
  const waiting: (() => void)[] = []
  function allow(): void {
    isAwake = true
    for (const resolve of waiting.splice(0)) resolve()
  }
  const tones: Tones = {
    isAwake: () => isAwake,
    wake() {
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.push(resolve)
      if (isAllowed) allow()
      return promise
    },
    play() {
      played += 1
    },
  }
  return { tones, allow, played: () => played }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('where sound is allowed it is played at once and never called blocked', async () => {
  const browser = silentBrowser(true)
  const chime = createChime({ createTones: () => browser.tones, page: new EventTarget() })
  const said = vi.fn<() => void>()
  chime.subscribe(said)
  chime.play()
  await vi.advanceTimersByTimeAsync(1_000)
  chime.play()
  expect(browser.played()).toBe(2)
  expect(said).not.toHaveBeenCalled()
})

test('a browser that blocks sound is said to, until a click; a tone long due is not made up for', async () => {
  const browser = silentBrowser(false)
  const page = new EventTarget()
  const chime = createChime({ createTones: () => browser.tones, page })
  chime.prepare()
  chime.play()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(chime.getState()).toBe('blocked')
  page.dispatchEvent(new Event('pointerdown'))
  browser.allow()
  await vi.advanceTimersByTimeAsync(0)
  expect([chime.getState(), browser.played()]).toEqual(['ready', 0])
  chime.play()
  expect(browser.played()).toBe(1)
})

test('a browser without sound is said to be one', () => {
  const createTones = vi.fn<() => null>(() => null)
  const chime = createChime({ createTones, page: new EventTarget() })
  chime.play()
  chime.play()
  expect(chime.getState()).toBe('missing')
  expect(createTones).toHaveBeenCalledTimes(1)
})
