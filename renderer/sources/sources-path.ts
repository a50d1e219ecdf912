import { paths } from '../app/paths.ts'

/** What the sources screen shows at an address. */
export type SourcesPlace =
  | { readonly view: 'list' | 'import' }
  | { readonly view: 'new'; readonly kind: string | null }
  | { readonly view: 'edit'; readonly sourceId: string }

export const newSourcePath = `${paths.sources}/new`
export const importPath = `${paths.sources}/import`

/** Address of the settings of one source. */
export function sourcePath(sourceId: string): string {
  return `${paths.sources}/edit/${encodeURIComponent(sourceId)}`
}

export function newKindPath(kind: string): string {
  return `${newSourcePath}/${encodeURIComponent(kind)}`
}

function decoded(text: string | undefined): string | null {
  if (text === undefined || text === '') return null
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Anything that cannot be read is the list. */
export function readSourcesPath(path: string): SourcesPlace {
  const [, , view, rest] = path.split('/')
  const name = decoded(rest)
  if (view === 'new') return { view, kind: name }
  if (view === 'edit' && name !== null) return { view, sourceId: name }
  return { view: view === 'import' ? 'import' : 'list' }
}
