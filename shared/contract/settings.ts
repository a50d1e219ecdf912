import * as z from 'zod'
import { forAdmin, forOperator, forViewer } from './base.ts'

/** Which contract runs which ticket: the first assignment whose every named field matches, else the default. */
const policyAssignment = z.object({
  policyId: z.string(),
  customer: z.string().nullable(),
  sourceId: z.string().nullable(),
  queue: z.string().nullable(),
})
export type PolicyAssignment = z.infer<typeof policyAssignment>

/** Weekly hours in wall time, `["08:00","16:00"]`; a window may pass midnight by ending before it starts. */
const desk = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(60),
  timeZone: z.string(),
  hours: z.partialRecord(
    z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
    z.array(z.tuple([z.string(), z.string()])),
  ),
})
export type Desk = z.infer<typeof desk>

export const settings = z.object({
  defaultPolicyId: z.string().nullable(),
  policyAssignments: z.array(policyAssignment).max(2_000),
  desks: z.array(desk).max(50),
})
export type Settings = z.infer<typeof settings>

/** A saved view of the board: filters, grouping and sorting as the page wrote them. */
const savedView = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: z.string().min(1).max(60),
  state: z.record(z.string(), z.json()),
})
export type SavedView = z.infer<typeof savedView>

export const settingsContract = {
  get: forViewer
    .route({ method: 'GET', path: '/settings', summary: 'Settings of this hub' })
    .output(settings),
  update: forAdmin
    .route({ method: 'PUT', path: '/settings', summary: 'Change settings; every clock is derived again' })
    .input(settings)
    .output(settings),
  views: forViewer
    .route({ method: 'GET', path: '/views', summary: 'Saved views of the board' })
    .output(z.array(savedView)),
  saveView: forOperator
    .route({ method: 'PUT', path: '/views/{id}', summary: 'Save a view' })
    .input(savedView)
    .output(savedView),
  removeView: forOperator
    .route({ method: 'DELETE', path: '/views/{id}', summary: 'Remove a view' })
    .input(z.object({ id: z.string() }))
    .output(z.object({})),
}
