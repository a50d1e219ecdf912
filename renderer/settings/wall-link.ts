/** Whether other screens can open this page: the desktop's own scheme (`meridian:`) is known to its window alone. */
export function isReachedByWalls(page: URL): boolean {
  return page.protocol === 'http:' || page.protocol === 'https:'
}

/** The address that signs a wall in: the hub takes the token out of it at once and keeps it as a cookie. */
export function wallLink(origin: string, token: string): string {
  return `${origin}/wall?token=${encodeURIComponent(token)}`
}
