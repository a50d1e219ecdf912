import type { Demo } from '../../../shared/contract/app.ts'
import type { SourceStore } from '../store/store.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'

interface AppParts {
  readonly version: string
  readonly demo: Demo | null
  readonly sources: SourceStore
  readonly now: () => number
}

export function implementApp({ app }: Implementation, parts: AppParts): MeridianRouter['app'] {
  return {
    info: app.info.handler(({ context }) => ({
      version: parts.version,
      now: parts.now(),
      demo: parts.demo,
      caller: context.caller,
      firstRun: parts.sources.list().length === 0,
    })),
  }
}
