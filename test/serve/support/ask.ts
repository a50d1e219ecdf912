import { request as plainRequest, type IncomingHttpHeaders } from 'node:http'
import { request as tlsRequest } from 'node:https'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

export interface Question {
  readonly method?: string
  /** Sent as it is: fetch and URL would tidy what an attacker writes. */
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** PEM of the certificate to trust. */
  readonly ca?: string
}

/** One request with exactly these bytes of path and headers; the body of the answer as text. */
export function ask(address: string, question: Question = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const { hostname, port, protocol } = new URL(address)
  const request = (protocol === 'https:' ? tlsRequest : plainRequest)(
    {
      host: hostname.replace(/^\[|\]$/g, ''),
      port,
      method: question.method ?? 'GET',
      path: question.path ?? '/',
      headers: question.headers ?? {},
      agent: false,
      ...(question.ca === undefined ? {} : { ca: question.ca }),
    },
    (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      )
    },
  )
  request.on('error', reject)
  request.end(question.body)
  return promise
}

/** The `name=value` of the answer's only cookie, ready for a Cookie header. */
export function cookieOf(answer: Answer): string {
  const [cookie] = answer.headers['set-cookie'] ?? []
  if (cookie === undefined) throw new Error(`No cookie in an answer ${answer.status}: ${answer.text}`)
  return cookie.split(';')[0] ?? ''
}

export function postJson(
  address: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
  ca?: string,
) {
  return ask(address, {
    method: 'POST',
    path,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...(ca === undefined ? {} : { ca }),
  })
}
