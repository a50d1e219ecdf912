/** The address that signs a wall in: the hub takes the token out of it at once and keeps it as a cookie. */
export function wallLink(origin: string, token: string): string {
  return `${origin}/wall?token=${encodeURIComponent(token)}`
}
