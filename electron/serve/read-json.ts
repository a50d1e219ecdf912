import type { IncomingMessage } from 'node:http'

/** A body that cannot be taken: the HTTP status and one sentence. */
export class BodyRefusal extends Error {
  readonly status: number

  constructor(status: number, sentence: string) {
    super(sentence)
    this.name = 'BodyRefusal'
    this.status = status
  }
}

/** Reads a small JSON body. Throws BodyRefusal when it is too long, of another type or not JSON. */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  // No page of another site can send this type without asking first, and we never say yes.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new BodyRefusal(415, 'Send the body as application/json.')
  }
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBytes) throw new BodyRefusal(413, `The body is longer than ${maxBytes} bytes.`)
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new BodyRefusal(400, 'The body is not JSON.')
  }
}
