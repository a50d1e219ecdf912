import type { IncomingMessage, ServerResponse } from 'node:http'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { BodyLimitPlugin } from '@orpc/server/node'
import { contract } from '../../../shared/contract/index.ts'
import type { Caller } from '../access/caller.ts'
import type { MeridianRouter } from './implementation.ts'
import { MAX_FRAME_BYTES } from './serve-socket.ts'

const PREFIX = '/api'
const DOCUMENT_PATH = `${PREFIX}/openapi.json`

export interface HttpApi {
  /**
   * Answers a request under `/api` for a proven caller; false where the address names no operation. Streams are
   * server-sent events. The shell has checked Origin and Host.
   */
  handle(request: IncomingMessage, response: ServerResponse, caller: Caller): Promise<boolean>
}

/** The HTTP face of the contract, with its OpenAPI document at `/api/openapi.json`. */
export function createHttpApi(router: MeridianRouter, version: string): HttpApi {
  const handler = new OpenAPIHandler(router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: MAX_FRAME_BYTES })],
  })
  let document: Promise<string> | null = null

  async function handle(
    request: IncomingMessage,
    response: ServerResponse,
    caller: Caller,
  ): Promise<boolean> {
    if (request.method === 'GET' && request.url === DOCUMENT_PATH) {
      document ??= describeApi(version)
      response.writeHead(200, { 'content-type': 'application/json' }).end(await document)
      return true
    }
    const { matched } = await handler.handle(request, response, { prefix: PREFIX, context: { caller } })
    return matched
  }

  return { handle }
}

async function describeApi(version: string): Promise<string> {
  // Loaded when somebody asks: a start waits for every module it names.
  const { ZodToJsonSchemaConverter } = await import('@orpc/zod/zod4')
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: { title: 'Meridian', version },
    servers: [{ url: PREFIX }],
  })
  return JSON.stringify(document)
}
