import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { MessageChannelMain } from 'electron'
import type { MeridianClient } from '../../shared/contract/index.ts'
import type { BackendHost } from './backend-host.ts'

/** The shell's own client of the backend: the same contract a page has. */
export function connectClient(host: BackendHost): MeridianClient {
  const { port1, port2 } = new MessageChannelMain()
  host.connect(port1)
  port2.start()
  return createORPCClient(new RPCLink({ port: port2 }))
}
