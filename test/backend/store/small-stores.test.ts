import { expect, test } from 'vitest'
import { MOST_REFUSALS_KEPT } from '../../../electron/backend/store/refusals.ts'
import type { StatusSnapshot } from '../../../shared/records/status-page.ts'
import { madePage, madeTicket, MONDAY } from './made-pages.ts'
import { temporaryStore, ticketSource } from './temporary-store.ts'

const snapshot: StatusSnapshot = {
  format: 'statuspage',
  pageName: 'Carrier',
  pageUrl: 'https://status.carrier.example/',
  overallRaw: 'none',
  overallDescription: 'All systems operational',
  overall: 'operational',
  pageUpdatedAt: MONDAY,
  components: [{ externalId: '1', name: 'SMS', group: null, rawState: 'operational', state: 'operational' }],
  incidents: [],
}
const statusSource = ticketSource('carrier', { role: 'status', kind: 'statuspage', name: 'Carrier' })

test('a status page has the time of its reading and the time of its change', () => {
  const { sources, status } = temporaryStore()
  sources.save(statusSource)
  expect(() => status.saveReading('carrier', 'unchanged', { etag: 'a' }, MONDAY)).toThrow(
    'nothing of it is held',
  )
  expect(sources.run('carrier').cursor).toBeNull()
  expect(status.saveReading('carrier', snapshot, { etag: 'a' }, MONDAY)).toEqual({ changed: true })
  expect(status.saveReading('carrier', 'unchanged', { etag: 'a' }, MONDAY + 1)).toEqual({ changed: false })
  expect(status.saveReading('carrier', { ...snapshot }, { etag: 'b' }, MONDAY + 2)).toEqual({
    changed: false,
  })
  const page = { sourceId: 'carrier', name: 'Carrier', snapshot, changedAt: MONDAY }
  expect(status.pages()).toEqual([{ ...page, checkedAt: MONDAY + 2 }])
  expect(sources.run('carrier').cursor).toEqual({ etag: 'b' })
  const worse: StatusSnapshot = { ...snapshot, overall: 'major-outage' }
  expect(status.saveReading('carrier', worse, { etag: 'c' }, MONDAY + 3)).toEqual({ changed: true })
  expect(status.pages()[0]).toMatchObject({ snapshot: worse, changedAt: MONDAY + 3 })
  expect(sources.recordCount('carrier')).toBe(1)
})

test('a source keeps its progress when it is renamed and begins anew with other settings', () => {
  const { sources, status } = temporaryStore()
  const fault = { code: 'timed-out' as const, detail: 'no answer', at: MONDAY }
  sources.save(statusSource)
  status.saveReading('carrier', snapshot, { etag: 'a' }, MONDAY)
  sources.saveRun('carrier', { lastSuccessAt: MONDAY, fault, failures: 2, notBefore: MONDAY + 9 })
  sources.save({ ...statusSource, name: 'Renamed', pollSeconds: 30 })
  expect(sources.run('carrier')).toEqual({
    cursor: { etag: 'a' },
    lastSuccessAt: MONDAY,
    lastAttemptAt: null,
    lastSweepAt: null,
    notBefore: MONDAY + 9,
    fault,
    failures: 2,
    clockSkewMs: null,
    interpretAnew: false,
  })
  expect(status.pages()).toHaveLength(1)
  sources.save({ ...statusSource, config: { address: 'https://other.example' } })
  expect(sources.run('carrier')).toMatchObject({ cursor: null, lastSweepAt: null, notBefore: null })
  expect(status.pages()).toEqual([])
})

test('sources come back as they were saved, and go with all that came from them', () => {
  const { sources, tickets } = temporaryStore()
  const source = ticketSource('second', {
    config: { queues: ['a'] },
    sealedSecrets: { password: 'sealed' },
    enabled: false,
  })
  sources.save(source)
  expect(sources.get('second')).toEqual(source)
  expect(sources.list().map(({ id }) => id)).toEqual(['desk', 'second'])
  tickets.applyPage('second', madePage([{ ticket: madeTicket('1'), events: [] }]), { now: MONDAY })
  sources.saveRefusals('second', [{ place: 'line 1', reason: 'no id', at: MONDAY }])
  expect(sources.recordCount('second')).toBe(1)
  sources.remove('second')
  expect(sources.get('second')).toBeNull()
  expect(sources.refusals('second', 10)).toEqual({ refusals: [], total: 0 })
  expect(sources.recordCount('second')).toBe(0)
  // The id is free again, with nothing left of the old one.
  sources.save(source)
  expect(sources.run('second').cursor).toBeNull()
})

test('refusals are listed newest first, replaced as a whole and kept in bounds', () => {
  const { sources } = temporaryStore()
  const refusals = Array.from({ length: MOST_REFUSALS_KEPT + 5 }, (_, index) => ({
    place: `line ${index}`,
    reason: 'no id',
    at: MONDAY,
  }))
  sources.saveRefusals('desk', refusals)
  const listed = sources.refusals('desk', 2)
  expect(listed.total).toBe(MOST_REFUSALS_KEPT)
  expect(listed.refusals.map(({ place }) => place)).toEqual(['line 10004', 'line 10003'])
  sources.saveRefusals('desk', refusals.slice(0, 1))
  expect(sources.refusals('desk', 2)).toEqual({ refusals: refusals.slice(0, 1), total: 1 })
})

test('settings and views', () => {
  const { settings } = temporaryStore()
  expect(settings.get()).toEqual({ defaultPolicyId: null, policyAssignments: [], desks: [] })
  const changed = { defaultPolicyId: 'ipass', policyAssignments: [], desks: [] }
  settings.save(changed)
  expect(settings.get()).toEqual(changed)
  const view = { id: 'mine', name: 'Mine', state: { sort: ['due', 'asc'], deep: { a: null } } }
  settings.saveView({ ...view, name: 'Old' })
  settings.saveView(view)
  expect(settings.views()).toEqual([view])
  settings.removeView('mine')
  expect(settings.views()).toEqual([])
})

test('users, sessions and wall tokens', () => {
  const { access } = temporaryStore()
  const user = { name: 'dana', role: 'admin' as const, passwordHash: 'h1', createdAt: MONDAY }
  access.saveUser(user)
  const session = { tokenHash: 't1', userName: 'dana', createdAt: MONDAY, expiresAt: MONDAY + 10 }
  access.saveSession(session)
  expect(access.session('t1')).toEqual(session)
  access.saveUser({ ...user, role: 'viewer' })
  expect(access.session('t1')).toEqual(session)
  access.saveUser({ ...user, passwordHash: 'h2' })
  expect(access.session('t1')).toBeNull()
  access.saveSession(session)
  access.removeExpiredSessions(MONDAY + 9)
  expect(access.session('t1')).not.toBeNull()
  access.removeExpiredSessions(MONDAY + 10)
  expect(access.session('t1')).toBeNull()
  access.saveSession(session)
  access.removeUser('dana')
  expect(access.users()).toEqual([])
  expect(access.session('t1')).toBeNull()

  const token = { id: 'w1', label: 'Wall', tokenHash: 'th', createdAt: MONDAY, lastUsedAt: null }
  access.saveWallToken(token)
  access.saveWallToken({ ...token, lastUsedAt: MONDAY + 1 })
  expect(access.wallToken('th')).toEqual({ ...token, lastUsedAt: MONDAY + 1 })
  access.removeWallToken('w1')
  expect(access.wallTokens()).toEqual([])
})
