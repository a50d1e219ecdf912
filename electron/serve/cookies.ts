import type { IncomingMessage } from 'node:http'

export type CookieSubject = 'session' | 'wall'

/**
 * With TLS the `__Host-` prefix makes the browser itself refuse the cookie from a plain connection, another path
 * or another host of the domain.
 */
function nameOf(subject: CookieSubject, secure: boolean): string {
  return secure ? `__Host-meridian-${subject}` : `meridian-${subject}`
}

export function readCookie(request: IncomingMessage, subject: CookieSubject, secure: boolean): string | null {
  const wanted = `${nameOf(subject, secure)}=`
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const cookie = part.trim()
    if (cookie.startsWith(wanted)) return cookie.slice(wanted.length)
  }
  return null
}

/** A Set-Cookie text; `maxAgeSeconds` 0 removes the cookie. No script sees it and no other site sends it. */
export function writeCookie(
  subject: CookieSubject,
  text: string,
  options: { secure: boolean; maxAgeSeconds: number },
): string {
  const secure = options.secure ? '; Secure' : ''
  return `${nameOf(subject, options.secure)}=${text}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${options.maxAgeSeconds}${secure}`
}
