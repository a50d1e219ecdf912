import type { PageView } from './page-view.ts'

/** `trouble`: anything a person should look at, including pages we cannot vouch for. */
export type PageScope = 'all' | 'trouble'

function inScope(view: PageView, scope: PageScope): boolean {
  if (scope === 'all') return true
  return view.state !== 'operational' || view.freshness !== 'current' || view.openCount > 0
}

function textsOf(view: PageView): string[] {
  const snapshot = view.page?.snapshot
  if (snapshot === undefined) return [view.name]
  return [
    view.name,
    snapshot.pageName ?? '',
    ...snapshot.components.flatMap((component) => [component.name, component.group ?? '']),
    ...snapshot.incidents.flatMap((incident) => [incident.title, ...incident.components]),
  ]
}

/** Pages in scope in which every word stands somewhere: page, component, group or incident title. */
export function filterPages(views: readonly PageView[], words: string, scope: PageScope): PageView[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return views.filter((view) => {
    if (!inScope(view, scope)) return false
    if (wanted.length === 0) return true
    const text = textsOf(view).join('\n').toLocaleLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
