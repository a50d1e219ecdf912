import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/**
 * Bytes of script, gzipped, that a browser fetches before the first screen of a built page: what its document names,
 * and what those files import without being asked later.
 */
export function firstLoadBytes(documentPath: string): number {
  const root = dirname(documentPath)
  const document = readFileSync(documentPath, 'utf8')
  const waiting = [...document.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].flatMap(
    ([, path]) => path ?? [],
  )
  const sizes = new Map<string, number>()
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (sizes.has(path)) continue
    const script = readFileSync(join(root, path))
    sizes.set(path, gzipSync(script).length)
    waiting.push(...staticImports(script.toString(), dirname(path)))
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0)
}

function staticImports(script: string, folder: string): string[] {
  return [...script.matchAll(/(?:^|[;}\s])(?:import|export)[^;"'()]*["'](\.\/[^"']+\.js)["']/g)].flatMap(
    ([, path]) => (path === undefined ? [] : [join(folder, path)]),
  )
}
