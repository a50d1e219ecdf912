/**
 * Two faults of real senders that leave every entry readable: an RSS document whose `channel` never opens, and a
 * last closing tag cut off before its ">". Anything else broken stays broken and is refused.
 */
export function repairXml(body: string): string {
  return closeLastTag(openChannel(body))
}

function openChannel(body: string): string {
  const root = /^<(?:\w+:)?rss\b[^>]*>/i.exec(body)
  if (root === null || /<(?:\w+:)?channel[\s>]/i.test(body) || !/<\/channel>/i.test(body)) return body
  return `${root[0]}<channel>${body.slice(root[0].length)}`
}

function closeLastTag(body: string): string {
  const trimmed = body.trimEnd()
  const last = trimmed.slice(trimmed.lastIndexOf('<'))
  return /^<\/[\w:-]{1,40}$/.test(last) ? `${trimmed}>` : body
}
