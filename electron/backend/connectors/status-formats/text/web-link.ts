/**
 * The absolute http(s) address `raw` means on the page `base`, or null: anything else (javascript:, file:, data:)
 * must never become something a person can click.
 */
export function webLink(raw: string | null, base: string | null = null): string | null {
  const text = raw?.trim() ?? ''
  if (text === '') return null
  const url = URL.parse(text) ?? (base === null ? null : URL.parse(text, base))
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  return url.href
}
