import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { refuse } from './answers.ts'
import { ServeProblem } from './serve-problem.ts'

const compress = promisify(gzip)

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
}
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt'])

interface StaticFile {
  readonly path: string
  readonly type: string
  readonly compressible: boolean
  /** The build puts a hash of the content into these names: they never change. */
  readonly immutable: boolean
}

/** A few megabytes in all: read and compressed once, at the first request. */
interface LoadedFile {
  readonly body: Buffer
  readonly zipped: Buffer | null
  /** The ETag. */
  readonly tag: string
}

export type StaticFiles = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>

/**
 * Serves the built pages. The directory is listed once, and only listed names are answered: no path can lead out
 * of it. App routes (`/board`, `/ticket/…`) give `index.html`. Throws when the pages are not built.
 */
export function createStaticFiles(directory: string): StaticFiles {
  const files = listFiles(directory)
  const index = files.get('/index.html')
  if (index === undefined)
    throw new ServeProblem(`There are no pages in ${directory}: build them with "npm run build".`)
  const loaded = new Map<StaticFile, Promise<LoadedFile>>()

  function load(file: StaticFile): Promise<LoadedFile> {
    const held = loaded.get(file) ?? readWhole(file)
    loaded.set(file, held)
    return held
  }

  return async function serve(request, response, path) {
    const file = files.get(path) ?? (isAppRoute(request, path) ? index : undefined)
    if (file === undefined) return refuse(response, 404, 'There is no such page or file here.')
    const { body, zipped, tag } = await load(file)
    response.setHeader('ETag', tag)
    response.setHeader('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (zipped !== null) response.setHeader('Vary', 'Accept-Encoding')
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304)
      response.end()
      return
    }
    const sent = zipped !== null && acceptsGzip(request) ? zipped : body
    if (sent === zipped) response.setHeader('Content-Encoding', 'gzip')
    response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': sent.length })
    response.end(request.method === 'HEAD' ? undefined : sent)
  }
}

async function readWhole(file: StaticFile): Promise<LoadedFile> {
  const body = await readFile(file.path)
  return {
    body,
    zipped: file.compressible ? await compress(body, { level: 9 }) : null,
    tag: `"${createHash('sha256').update(body).digest('base64url')}"`,
  }
}

function listFiles(directory: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  let entries
  try {
    entries = readdirSync(directory, { recursive: true, withFileTypes: true })
  } catch {
    return files
  }
  for (const entry of entries) {
    const extension = extname(entry.name)
    const type = TYPES[extension]
    // Links and types a page has no use for (source maps) are not served.
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    const name = `/${path.slice(directory.length).split(sep).filter(Boolean).join('/')}`
    files.set(name, {
      path,
      type,
      compressible: COMPRESSED.has(extension),
      immutable: name.startsWith('/assets/'),
    })
  }
  return files
}

/** A page the renderer draws: asked for as a document, not below the build's files, not named like a file of ours. */
function isAppRoute(request: IncomingMessage, path: string): boolean {
  if (path === '/') return true
  if (path.startsWith('/assets/') || TYPES[extname(path)] !== undefined) return false
  return (request.headers.accept ?? '').includes('text/html')
}

function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i.test(request.headers['accept-encoding'] ?? '')
}
