/** The page's own origin. A custom scheme, so that no page ever has `file://` rights. */
export const OWN_SCHEME = 'meridian'
const OWN_ORIGIN = `${OWN_SCHEME}://app`
export const START_PAGE = `${OWN_ORIGIN}/index.html`

/** Origin of an address; Node's URL says 'null' for custom schemes, so it is put together here. Null if unreadable. */
export function originOf(address: string): string | null {
  const url = URL.parse(address)
  if (url === null) return null
  return `${url.protocol}//${url.host}`
}

export function isOwnOrigin(origin: string | null): boolean {
  return origin === OWN_ORIGIN
}

/**
 * Whether an address may be handed to the person's browser: https or http, a host, no credentials in it.
 * Ticket systems inside a company are often plain http, so http is allowed here; it never opens in our window.
 */
export function isSafeExternal(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false
  return url.hostname !== '' && url.username === '' && url.password === ''
}
