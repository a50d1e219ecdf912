/**
 * The work's result, or a rejection with the signal's reason as soon as it is aborted: a connector that ignores its
 * signal can hold up neither a stop nor the source's next run.
 */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    function onAbort(): void {
      reject(signal.reason)
    }
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}

/** Gives each item to `use` until the end or the abort; nothing is given after an abort. */
export async function forEachUntilAborted<T>(
  items: AsyncIterable<T>,
  signal: AbortSignal,
  use: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.asyncIterator]()
  let finished = false
  try {
    for (;;) {
      const next = await untilAborted(iterator.next(), signal)
      if (next.done === true) {
        finished = true
        return
      }
      // An abort between the answer and this turn: whoever aborted expects nothing more from then on.
      signal.throwIfAborted()
      await use(next.value)
      signal.throwIfAborted()
    }
  } finally {
    // Lets the connector clean up without waiting for it; its failure then changes nothing about this run's end.
    if (!finished) iterator.return?.().catch(() => undefined)
  }
}
