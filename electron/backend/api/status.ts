import type { ProviderPage } from '../../../shared/contract/status.ts'
import type { LiveCollection } from '../live/live-collection.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'
import { watchCollection } from './watch-collection.ts'

export function implementStatus(
  { status }: Implementation,
  pages: LiveCollection<ProviderPage>,
): MeridianRouter['status'] {
  return {
    pages: status.pages.handler(() => pages.snapshot().values),
    watch: status.watch.handler(watchCollection(pages)),
  }
}
