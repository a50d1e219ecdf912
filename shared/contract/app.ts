import * as z from 'zod'
import { instant } from '../records/instant.ts'
import { forViewer } from './base.ts'
import { role } from './roles.ts'

/** Set while demo mode runs: every screen says so. `rate` is simulated seconds per real second. */
const demo = z.object({ seed: z.int(), rate: z.number().positive(), startedAt: instant })
export type Demo = z.infer<typeof demo>

export const appContract = {
  info: forViewer
    .route({ method: 'GET', path: '/app', summary: 'Version, caller, the time the backend goes by' })
    .output(
      z.object({
        version: z.string(),
        /** The backend's now. The page keeps time by it: walls have wrong clocks. */
        now: instant,
        demo: demo.nullable(),
        caller: z.object({
          name: z.string(),
          role,
          via: z.enum(['window', 'loopback', 'session', 'wall-token']),
        }),
        /** Shown when no source is configured yet. */
        firstRun: z.boolean(),
      }),
    ),
}
