/** The address if it is one of the web, in its normal form; null for any other scheme and for what is no address. */
export function webAddress(text: string | null): string | null {
  const address = text === null ? null : URL.parse(text)
  if (address === null) return null
  return address.protocol === 'https:' || address.protocol === 'http:' ? address.href : null
}
