import { RPCLink } from '@orpc/client/message-port'
import type { OpenLink, Transport } from './transport.ts'

/**
 * The link under Electron. The preload hands the page one end of a channel, and another one whenever the backend was
 * restarted; the newest port is the one that lives. Must be made before the document has finished loading.
 */
export function createPortTransport(page: Window): Transport {
  let unused: MessagePort | null = null
  let take: ((port: MessagePort) => void) | null = null
  let loseOpen: (() => void) | null = null

  page.addEventListener('message', (event: MessageEvent<unknown>) => {
    const port = event.ports[0]
    if (event.data !== 'meridian:port' || event.source !== page || port === undefined) return
    unused = port
    loseOpen?.()
    take?.(port)
  })

  function nextPort(): Promise<MessagePort> {
    if (unused !== null) return Promise.resolve(unused)
    return new Promise((resolve) => {
      take = resolve
    })
  }

  async function open(onLost: () => void): Promise<OpenLink> {
    const port = await nextPort()
    unused = null
    take = null
    let isLost = false
    function lose(): void {
      if (isLost) return
      isLost = true
      if (loseOpen === lose) loseOpen = null
      port.close()
      onLost()
    }
    loseOpen = lose
    port.addEventListener('close', lose)
    const link = new RPCLink({ port })
    port.start()
    return { link, close: lose }
  }

  // A port dies with its process and says so; there is no cable to pull.
  return { open, probe: () => Promise.resolve(true) }
}
