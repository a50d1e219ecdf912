import type * as z from 'zod'
import type { RunContext } from '../connector.ts'
import type { HttpAnswer } from '../http-client.ts'
import { SourceFault } from '../source-fault.ts'
import { page } from './answers.ts'
import type { RequestTrackerConfig } from './settings.ts'

export type Parameters = readonly (readonly [name: string, value: string])[]

/** RT gives at most 100 records a page, whatever is asked. */
export const PAGE_SIZE = 100

/** How many empty pages end a list that hides records and whose length RT will not tell. */
const EMPTY_PAGES_AT_END = 2

interface ListOptions {
  /** Asks with POST, for lists whose query is JSON. */
  readonly body?: unknown
  /**
   * RT leaves out what the log-in may not see after it has cut the pages: a short or even empty page of such a list
   * may have more behind it.
   */
  readonly hides?: boolean
}

/** REST 2.0 of one Request Tracker. Every address is built from the configured one; `_url` is never followed. */
export interface RtApi {
  /** One record. Throws SourceFault; 404 is `not-found`, 403 `forbidden`. */
  read<T>(path: string, schema: z.ZodType<T>, parameters?: Parameters): Promise<T>
  /** The pages of a list as they come. */
  pages<T>(
    path: string,
    schema: z.ZodType<T>,
    parameters: Parameters,
    options?: ListOptions,
  ): AsyncIterable<RtPage<T>>
  /** Theirs minus ours at the last answer, in ms. */
  clockSkewMs(): number | null
}

interface RtPage<T> {
  readonly items: readonly T[]
  readonly total: number | null
}

export function createRtApi(context: RunContext<RequestTrackerConfig>): RtApi {
  const { config, http, signal } = context
  const authorization = authorizationFor(config.user, context.secrets)
  let clockSkewMs: number | null = null

  async function ask(path: string, parameters: Parameters, body?: unknown): Promise<unknown> {
    const url = new URL(`${config.address}/REST/2.0${path}`)
    for (const [name, value] of parameters) url.searchParams.append(name, value)
    const headers = { accept: 'application/json', authorization }
    const answer = await http.request(
      body === undefined
        ? { url: url.href, headers, signal }
        : {
            url: url.href,
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(body),
            signal,
          },
    )
    clockSkewMs = answer.clockSkewMs ?? clockSkewMs
    return decode(answer, path)
  }

  async function* pages<T>(
    path: string,
    schema: z.ZodType<T>,
    parameters: Parameters,
    { body, hides = false }: ListOptions = {},
  ): AsyncIterable<RtPage<T>> {
    let emptyPages = 0
    for (let number = 1; ; number += 1) {
      const paging: Parameters = [
        ['per_page', String(PAGE_SIZE)],
        ['page', String(number)],
      ]
      const raw = check(await ask(path, [...parameters, ...paging], body), page, path)
      const total = raw.total ?? null
      const items = raw.items.map((item) => check(item, schema, path))
      emptyPages = items.length === 0 ? emptyPages + 1 : 0
      if (items.length > 0) yield { items, total }
      if (total !== null && number * PAGE_SIZE >= total) return
      if (total === null && !hides && items.length < PAGE_SIZE) return
      // An empty beginning is the usual answer of a quiet desk, and worth one request only.
      if (items.length === 0 && (number === 1 || emptyPages === EMPTY_PAGES_AT_END)) return
    }
  }

  return {
    read: async (path, schema, parameters = []) => check(await ask(path, parameters), schema, path),
    pages,
    clockSkewMs: () => clockSkewMs,
  }
}

function authorizationFor(user: string, secrets: Readonly<Record<string, string>>): string {
  const { token, password } = secrets
  if (token !== undefined && token !== '') return `token ${token}`
  if (user === '' || password === undefined || password === '') {
    throw new SourceFault('misconfigured', 'neither a token nor user and password are set')
  }
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`
}

function decode(answer: HttpAnswer, path: string): unknown {
  const type = answer.headers['content-type'] ?? 'nothing'
  if (!/\bjson\b/i.test(type)) {
    throw new SourceFault('wrong-type', `${type.split(';')[0]?.slice(0, 60)} instead of JSON from ${path}`)
  }
  const text = new TextDecoder().decode(answer.body)
  try {
    return JSON.parse(text)
  } catch (error) {
    // A log-in page under the name of JSON did not break off: the address is wrong, or something stands between.
    if (/^\s*</.test(text)) throw new SourceFault('wrong-type', `a web page instead of JSON from ${path}`)
    const breaksOff = !/[}\]]\s*$/.test(text)
    throw new SourceFault(breaksOff ? 'truncated' : 'unreadable', `JSON from ${path} is not whole`, {
      cause: error,
    })
  }
}

function check<T>(value: unknown, schema: z.ZodType<T>, path: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const place = issue === undefined ? '' : ` at ${issue.path.join('.')}`
  throw new SourceFault('not-the-expected-source', `${path} does not answer as Request Tracker 5${place}`, {
    cause: result.error,
  })
}
