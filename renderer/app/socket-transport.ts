import { RPCLink } from '@orpc/client/websocket'
import { type OpenLink, SignedOutError, type Transport } from './transport.ts'

const PROBE_MS = 4_000

/** The link of a page in a browser: a WebSocket at `/rpc` of the page's own origin. */
export function createSocketTransport(origin: URL, ask: typeof fetch): Transport {
  const address = new URL('/rpc', origin)
  address.protocol = origin.protocol === 'https:' ? 'wss:' : 'ws:'

  async function open(onLost: () => void): Promise<OpenLink> {
    const socket = new WebSocket(address)
    const link = new RPCLink({ websocket: socket })
    const opened = await new Promise<boolean>((resolve) => {
      socket.addEventListener('open', () => resolve(true), { once: true })
      socket.addEventListener('close', () => resolve(false), { once: true })
    })
    if (!opened) throw await reasonOfRefusal(origin, ask)
    socket.addEventListener('close', onLost, { once: true })
    return {
      link,
      close() {
        socket.close()
        // After a pulled cable the closing handshake never comes back; the page must not wait for it.
        socket.dispatchEvent(new CloseEvent('close'))
      },
    }
  }

  async function probe(): Promise<boolean> {
    try {
      // Any answer will do; only silence is a lost network.
      await ask(new URL('/healthz', origin), { signal: AbortSignal.timeout(PROBE_MS), cache: 'no-store' })
      return true
    } catch {
      return false
    }
  }

  return { open, probe }
}

/** A browser hides why a socket was refused, so the page asks whether it is signed in. */
async function reasonOfRefusal(origin: URL, ask: typeof fetch): Promise<Error> {
  const answer = await ask(new URL('/session', origin), { headers: { accept: 'application/json' } })
  if (!answer.ok) return new Error(`HTTP ${answer.status} from /session`)
  const session: unknown = await answer.json()
  const isSignedOut =
    typeof session === 'object' && session !== null && 'caller' in session && session.caller === null
  return isSignedOut ? new SignedOutError('The hub wants a sign-in.') : new Error('The socket was refused.')
}
