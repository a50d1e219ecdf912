import { useMemo } from 'react'
import { useLive } from '../app/client.tsx'
import { useTicking } from '../app/now.tsx'
import { type PageView, pageViews } from './page-view.ts'

/** Whether a page is stale is looked at this often; ages tick by themselves. */
const LOOK_EVERY_MS = 5_000

export interface PageViews {
  readonly views: readonly PageView[]
  readonly isLoading: boolean
  /** Why nothing can be read, where the backend said so. */
  readonly problem: unknown
}

/** All providers, worst first, kept current. */
export function usePageViews(): PageViews {
  const pages = useLive('status')
  const sources = useLive('sources')
  const now = useTicking((time) => Math.floor(time / LOOK_EVERY_MS) * LOOK_EVERY_MS)
  const views = useMemo(
    () => pageViews(pages.values, sources.values, now),
    [pages.values, sources.values, now],
  )
  return {
    views,
    isLoading: pages.state === 'loading' || sources.state === 'loading',
    problem: pages.problem,
  }
}
