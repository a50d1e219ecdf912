import * as z from 'zod'
import { instant } from '../records/instant.ts'
import { statusSnapshot } from '../records/status-page.ts'
import { forViewer } from './base.ts'
import { liveStream, watchInput } from './live.ts'

/** One provider page as last read. Two ages: of our reading (`checkedAt`) and of what it says (`changedAt`). */
const providerPage = z.object({
  sourceId: z.string(),
  name: z.string(),
  snapshot: statusSnapshot,
  checkedAt: instant,
  changedAt: instant,
})
export type ProviderPage = z.infer<typeof providerPage>

export const statusContract = {
  pages: forViewer
    .route({ method: 'GET', path: '/status', summary: 'Provider status pages as last read' })
    .output(z.array(providerPage)),
  watch: forViewer
    .route({ method: 'GET', path: '/status/watch', summary: 'Live provider status' })
    .input(watchInput)
    .output(liveStream(providerPage)),
}
