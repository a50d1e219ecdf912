import * as z from 'zod'
import { boardRow } from '../records/board-row.ts'
import { instant } from '../records/instant.ts'
import { forViewer } from './base.ts'
import { liveStream, revision, watchInput } from './live.ts'

export const boardContract = {
  rows: forViewer
    .route({ method: 'GET', path: '/board', summary: 'All open tickets with their clocks' })
    .output(z.object({ revision, now: instant, rows: z.array(boardRow) })),
  watch: forViewer
    .route({ method: 'GET', path: '/board/watch', summary: 'Live changes of the board' })
    .input(watchInput)
    .output(liveStream(boardRow)),
}
