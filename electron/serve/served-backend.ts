import type { WebSocket } from 'ws'
import type { Caller } from '../backend/access/caller.ts'
import type { Revocations } from '../backend/access/revocations.ts'
import type { HttpApi } from '../backend/api/serve-http.ts'
import type { AccessStore } from '../backend/store/store.ts'

/** What the Node shell needs of a backend. */
export interface ServedBackend {
  readonly access: AccessStore
  readonly revocations: Revocations
  readonly api: HttpApi
  connect(socket: WebSocket, caller: Caller): void
}
