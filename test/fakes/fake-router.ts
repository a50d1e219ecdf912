import {
  type Implementation,
  createImplementation,
  type MeridianRouter,
} from '../../electron/backend/api/implementation.ts'
import { createLiveCollection, type LiveCollection } from '../../electron/backend/live/live-collection.ts'
import type { Alert } from '../../shared/contract/alerts.ts'
import type { User, WallToken } from '../../shared/contract/access.ts'
import type { SavedView, Settings } from '../../shared/contract/settings.ts'
import type { ProviderPage } from '../../shared/contract/status.ts'
import type { SourceDraft } from '../../shared/contract/sources.ts'
import type { FileMapping } from '../../shared/contract/tickets.ts'
import type { BoardRow } from '../../shared/records/board-row.ts'
import type { Source } from '../../shared/records/source.ts'
import { createFakeAlerts, fakeAlertsOf, fakeBreachOf } from './fake-alerts.ts'
import { createFakeAnalyses } from './fake-analyses.ts'
import { createFakeAttainment } from './fake-attainment.ts'
import { fakeRow, fakeRows } from './fake-board.ts'
import { createFakeEscalations, type FakeEscalations } from './fake-escalations.ts'
import { createFakeIncidentReports } from './fake-incident-reports.ts'
import { createFakePolicies } from './fake-policies.ts'
import { createFakeRecords } from './fake-records.ts'
import { createFakeShifts, fakeDesks } from './fake-shifts.ts'
import { fakeKinds, fakeSources, healthy, source } from './fake-sources.ts'
import { fakePages } from './fake-status.ts'
import { fakeExplanation, fakeExport, fakeLedger, fakeTicketDetail } from './fake-ticket.ts'

/** A made-up hub behind the whole contract: for pages, before and without a backend. */
export interface FakeHub {
  readonly router: MeridianRouter
  readonly board: LiveCollection<BoardRow>
  readonly alerts: LiveCollection<Alert>
  /** Changes a few things, as a living hub would. */
  step(): void
}

export interface FakeHubOptions {
  /** No source configured: the first run. */
  readonly empty?: boolean
  readonly now?: () => number
}

const NO_MAPPING: FileMapping = {
  columns: { caseNumber: 'Case', subject: 'Subject', createdAt: 'Created' },
  constants: {},
  statuses: { Open: 'open', Done: 'resolved' },
  severities: { Urgent: 'P1' },
  timeZone: 'Europe/Madrid',
}

export function createFakeHub(options: FakeHubOptions = {}): FakeHub {
  const now = options.now ?? Date.now
  const startedAt = now()
  const epoch = `fake-${startedAt.toString(36)}`
  const board = createLiveCollection<BoardRow>({ key: (row) => row.ticketId, epoch })
  const sources = createLiveCollection<Source>({ key: (value) => value.id, epoch })
  const pages = createLiveCollection<ProviderPage>({ key: (page) => page.sourceId, epoch })
  const alerts = createLiveCollection<Alert>({ key: (alert) => alert.id, epoch })
  if (options.empty !== true) {
    board.set(fakeRows(startedAt))
    sources.set(fakeSources(startedAt))
    pages.set(fakePages(startedAt))
    alerts.set(board.snapshot().values.flatMap(fakeAlertsOf))
  }

  let steps = 0
  function step(): void {
    steps += 1
    const held = board.snapshot().values
    if (held.length === 0) return
    const changed = [0, 1, 2].map((offset) => fakeRow((steps * 7 + offset * 13) % 60, now()))
    board.set(changed)
    // What a colleague acknowledged stays so.
    alerts.set(changed.flatMap(fakeAlertsOf).filter(({ id }) => alerts.get(id) === undefined))
    if (steps % 10 === 0) alerts.set(fakeBreachOf(fakeRow((steps / 10) % 60, now()), now()))
    if (steps % 5 === 0) board.delete([changed[0]?.ticketId ?? ''])
    const desk = sources.get('fake-desk')
    if (desk !== undefined)
      sources.set([{ ...desk, health: { ...healthy(now()), records: 60, refusals: 2 } }])
    const carrier = pages.get('fake-carrier-status')
    if (carrier !== undefined) pages.set([{ ...carrier, checkedAt: now() }])
  }

  const implementation = createImplementation((level, message, fields) =>
    console.error(level, message, fields),
  )
  const analyses = createFakeAnalyses(implementation, now)
  const escalations = createFakeEscalations(implementation, board, now)
  const router: MeridianRouter = {
    app: {
      info: implementation.app.info.handler(({ context }) => ({
        version: '0.0.0-fake',
        now: now(),
        demo: { seed: 1, rate: 1, startedAt },
        caller: context.caller,
        firstRun: sources.snapshot().values.length === 0,
      })),
    },
    board: {
      rows: implementation.board.rows.handler(() => {
        const { revision, values } = board.snapshot()
        return { revision, now: now(), rows: values }
      }),
      watch: implementation.board.watch.handler(({ input, signal }) =>
        board.watch(input.after, lasting(signal)),
      ),
    },
    status: {
      pages: implementation.status.pages.handler(() => pages.snapshot().values),
      watch: implementation.status.watch.handler(({ input, signal }) =>
        pages.watch(input.after, lasting(signal)),
      ),
    },
    alerts: createFakeAlerts(implementation, alerts, now),
    sources: createFakeSources(implementation, sources, now),
    tickets: createFakeTickets(implementation, board, escalations, now),
    settings: createFakeSettings(implementation),
    policies: createFakePolicies(implementation),
    escalations: escalations.router,
    shifts: createFakeShifts(implementation, board, now, epoch),
    attainment: createFakeAttainment(implementation),
    records: createFakeRecords(implementation, now),
    analyses: analyses.router,
    incidentReports: createFakeIncidentReports(implementation, analyses.analyses, now),
    access: createFakeAccess(implementation, now),
  }
  return { router, board, alerts, step }
}

/** oRPC gives a signal on every transport; in a direct call without one the stream lasts. */
function lasting(signal: AbortSignal | undefined): AbortSignal {
  return signal ?? new AbortController().signal
}

function createFakeSources(
  { sources: subject }: Implementation,
  sources: LiveCollection<Source>,
  now: () => number,
): MeridianRouter['sources'] {
  function save(id: string, draft: SourceDraft): Source {
    const kind = fakeKinds.find((known) => known.kind === draft.kind)
    const saved = {
      ...source(id, draft.kind, kind?.role ?? 'tickets', draft.name, draft.config, healthy(now())),
      secretsSet: Object.keys(draft.secrets ?? {}),
    }
    sources.set([saved])
    return saved
  }

  return {
    kinds: subject.kinds.handler(() => fakeKinds),
    list: subject.list.handler(() => sources.snapshot().values),
    watch: subject.watch.handler(({ input, signal }) => sources.watch(input.after, lasting(signal))),
    preview: subject.preview.handler(({ input, errors }) => {
      if (input.draft.config['address'] === '') {
        throw errors.REFUSED({ data: { place: 'config.address', reason: 'An address is needed.' } })
      }
      const detail = fakeTicketDetail(fakeRow(3, now()), now())
      const { ticketId: _id, sourceId: _source, absence: _absence, ...mapped } = detail.ticket
      return {
        fault: null,
        tickets: [
          {
            raw: { id: mapped.externalId, Subject: mapped.subject, Status: 'open', Priority: '70' },
            mapped,
            events: detail.events.map(({ event }) => event),
          },
        ],
        observed: {
          queues: ['NOC', 'Platform'],
          statuses: ['new', 'open', 'stalled', 'resolved'],
          severities: ['10', '50', '70', '90'],
          fields: ['CF.Operator', 'CF.ICCID'],
        },
        snapshot: null,
        refusals: [{ place: 'ticket 17', reason: 'no creation time', at: now() }],
      }
    }),
    add: subject.add.handler(({ input }) => save(`${input.kind}-${now().toString(36)}`, input)),
    update: subject.update.handler(({ input, errors }) => {
      if (sources.get(input.sourceId) === undefined) throw errors.NOT_FOUND()
      return save(input.sourceId, input.draft)
    }),
    remove: subject.remove.handler(({ input }) => {
      sources.delete([input.sourceId])
      return {}
    }),
    syncNow: subject.syncNow.handler(({ input, errors }) => {
      const held = sources.get(input.sourceId)
      if (held === undefined) throw errors.NOT_FOUND()
      sources.set([
        { ...held, health: { ...held.health, state: 'working', progress: { done: 10, total: 60 } } },
      ])
      setTimeout(() => sources.set([{ ...held, health: healthy(now()) }]), 2_000).unref()
      return {}
    }),
    refusals: subject.refusals.handler(() => ({
      refusals: [
        { place: 'ticket 17', reason: 'no creation time', at: now() },
        { place: 'ticket 23', reason: 'subject longer than 1000 characters, shortened', at: now() },
      ],
      total: 2,
      now: now(),
    })),
  }
}

function createFakeTickets(
  { tickets }: Implementation,
  board: LiveCollection<BoardRow>,
  { stepsOf }: FakeEscalations,
  now: () => number,
): MeridianRouter['tickets'] {
  return {
    get: tickets.get.handler(({ input, errors }) => {
      const row = board.get(input.ticketId)
      if (row === undefined) throw errors.NOT_FOUND()
      return fakeTicketDetail(row, now(), stepsOf(row))
    }),
    ledger: tickets.ledger.handler(({ input, errors }) => {
      const row = board.get(input.ticketId)
      const clock = row?.clocks.find(({ id }) => id === input.clockId)
      if (row === undefined || clock === undefined) throw errors.NOT_FOUND()
      const at = now()
      return { clock, entries: fakeLedger(row, clock, at), explanation: fakeExplanation(row, clock), now: at }
    }),
    exportClocks: tickets.exportClocks.handler(({ input, errors }) => {
      const row = board.get(input.ticketId)
      if (row === undefined) throw errors.NOT_FOUND()
      return fakeExport(row, input.format, now())
    }),
    search: tickets.search.handler(({ input }) => {
      const words = input.words.toLowerCase()
      const hits = board
        .snapshot()
        .values.filter((row) => row.subject.toLowerCase().includes(words) || row.caseNumber.includes(words))
      return hits.slice(0, input.limit).map((row) => ({
        ticketId: row.ticketId,
        caseNumber: row.caseNumber,
        subject: row.subject,
        customer: row.customer,
        status: row.status,
        updatedAt: row.updatedAt,
        excerpt: `… «${input.words}» …`,
      }))
    }),
    previewFile: tickets.previewFile.handler(({ input }) => ({
      columns: ['Case', 'Subject', 'Created', 'State', 'Urgency'],
      mapping: input.mapping ?? NO_MAPPING,
      tickets: [],
      ticketCount: 42,
      eventCount: 84,
      refusals: [{ place: 'line 7', reason: 'Created: "yesterday" is not a time', at: now() }],
      refusalCount: 1,
    })),
    importFile: tickets.importFile.handler(() => ({
      sourceId: 'fake-desk',
      tickets: 42,
      events: 84,
      refusals: [{ place: 'line 7', reason: 'Created: "yesterday" is not a time', at: now() }],
      refusalCount: 1,
    })),
  }
}

function createFakeSettings({ settings: subject }: Implementation): MeridianRouter['settings'] {
  const views = new Map<string, SavedView>()
  let settings: Settings = {
    defaultPolicyId: 'wireless-logic-enterprise',
    policyAssignments: [{ policyId: 'ipass', customer: 'Andes Freight', sourceId: null, queue: null }],
    desks: fakeDesks,
  }
  return {
    get: subject.get.handler(() => settings),
    update: subject.update.handler(({ input }) => {
      settings = input
      return settings
    }),
    views: subject.views.handler(() => [...views.values()]),
    saveView: subject.saveView.handler(({ input }) => {
      views.set(input.id, input)
      return input
    }),
    removeView: subject.removeView.handler(({ input }) => {
      views.delete(input.id)
      return {}
    }),
  }
}

function createFakeAccess({ access }: Implementation, now: () => number): MeridianRouter['access'] {
  const users = new Map<string, User>([['admin', { name: 'admin', role: 'admin', createdAt: now() }]])
  const tokens = new Map<string, WallToken>()
  return {
    users: access.users.handler(() => [...users.values()]),
    addUser: access.addUser.handler(({ input }) => {
      const user = { name: input.name, role: input.role, createdAt: now() }
      users.set(user.name, user)
      return user
    }),
    removeUser: access.removeUser.handler(({ input }) => {
      users.delete(input.name)
      return {}
    }),
    wallTokens: access.wallTokens.handler(() => [...tokens.values()]),
    addWallToken: access.addWallToken.handler(({ input }) => {
      const wallToken = {
        id: `wall-${tokens.size + 1}`,
        label: input.label,
        createdAt: now(),
        lastUsedAt: null,
      }
      tokens.set(wallToken.id, wallToken)
      return { token: 'a-made-up-token', wallToken }
    }),
    revokeWallToken: access.revokeWallToken.handler(({ input }) => {
      tokens.delete(input.id)
      return {}
    }),
  }
}
