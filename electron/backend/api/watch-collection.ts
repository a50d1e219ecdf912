import type { LiveItem } from '../../../shared/contract/live.ts'
import type { LiveCollection } from '../live/live-collection.ts'

interface WatchCall {
  readonly input: { readonly after?: string | undefined }
  readonly signal?: AbortSignal | undefined
}

/** The handler of a `watch` operation. */
export function watchCollection<T>(collection: LiveCollection<T>) {
  return ({ input, signal }: WatchCall): AsyncGenerator<LiveItem<T>, void> => {
    // Every wire gives a signal; without one nothing could end the stream.
    if (signal === undefined) throw new Error('A live stream needs the signal of its connection.')
    return collection.watch(input.after, signal)
  }
}
