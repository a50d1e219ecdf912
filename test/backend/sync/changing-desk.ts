import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** The n-th change of the desk: a reply on one ticket. Its number is also the event's id. */
export interface DeskChange {
  readonly number: number
  readonly ticket: number
}

export interface ChangingDesk {
  readonly address: string
  readonly changes: readonly DeskChange[]
  /** Adds changes to random tickets. */
  change(count: number): void
  stop(): Promise<void>
}

/** Few, so that a run has many pages in which to be killed. */
const PAGE_SIZE = 20
const ANSWER_AFTER_MS = 2

/**
 * A help desk over HTTP that keeps changing. `GET /changes?after=N` gives the next changes after the N-th and
 * whether there are more.
 */
export async function startChangingDesk(tickets: number, random: () => number): Promise<ChangingDesk> {
  const changes: DeskChange[] = []
  const server = createServer((request, response) => {
    const after = Number(new URL(request.url ?? '/', 'http://desk').searchParams.get('after'))
    const given = changes.slice(after, after + PAGE_SIZE)
    void wait(ANSWER_AFTER_MS).then(() =>
      response.end(JSON.stringify({ changes: given, more: after + given.length < changes.length })),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('The desk has no port.')
  return {
    address: `http://127.0.0.1:${at.port}`,
    changes,
    change(count) {
      for (let added = 0; added < count; added += 1) {
        changes.push({ number: changes.length + 1, ticket: 1 + Math.floor(random() * tickets) })
      }
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
