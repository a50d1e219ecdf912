import { isDeepStrictEqual } from 'node:util'
import type Database from 'better-sqlite3'
import type { FaultCode, Refusal, SourceRole } from '../../../shared/records/source.ts'
import type { Cursor } from '../connectors/connector.ts'
import { durably } from './durably.ts'
import { fromJson, toJson, type JsonText } from './json-column.ts'
import { createRefusalWriter } from './refusals.ts'
import { createSourceRemoval } from './source-removal.ts'
import type { SourceStore, StoredSource, StoredSourceRun } from './store.ts'

interface SourceRow {
  readonly id: string
  readonly kind: string
  readonly role: SourceRole
  readonly name: string
  readonly enabled: 0 | 1
  readonly pollSeconds: number
  readonly config: JsonText<StoredSource['config']>
  readonly sealedSecrets: JsonText<StoredSource['sealedSecrets']>
}

interface RunRow {
  readonly cursor: JsonText<Cursor> | null
  readonly lastSuccessAt: number | null
  readonly lastAttemptAt: number | null
  readonly lastSweepAt: number | null
  readonly notBefore: number | null
  readonly faultCode: FaultCode | null
  readonly faultDetail: string | null
  readonly faultAt: number | null
  readonly failures: number
  readonly clockSkewMs: number | null
  readonly interpretAnew: 0 | 1
}

const SOURCE =
  'id, kind, role, name, enabled, poll_seconds AS pollSeconds, config, sealed_secrets AS sealedSecrets'

const NEVER_RUN: StoredSourceRun = {
  cursor: null,
  lastSuccessAt: null,
  lastAttemptAt: null,
  lastSweepAt: null,
  notBefore: null,
  fault: null,
  failures: 0,
  clockSkewMs: null,
  interpretAnew: false,
}

export function createSourceStore(db: Database.Database): SourceStore {
  const selectAll = db.prepare<[], SourceRow>(`SELECT ${SOURCE} FROM sources ORDER BY name, id`)
  const selectOne = db.prepare<[string], SourceRow>(`SELECT ${SOURCE} FROM sources WHERE id = ?`)
  const upsert = db.prepare<[SourceRow]>(
    `INSERT INTO sources (id, kind, role, name, enabled, poll_seconds, config, sealed_secrets)
     VALUES (:id, :kind, :role, :name, :enabled, :pollSeconds, :config, :sealedSecrets)
     ON CONFLICT (id) DO UPDATE SET
       kind = excluded.kind, role = excluded.role, name = excluded.name, enabled = excluded.enabled,
       poll_seconds = excluded.poll_seconds, config = excluded.config, sealed_secrets = excluded.sealed_secrets`,
  )
  // A source without a run may hold tickets all the same: those of an import.
  const beginAnew = db.prepare<[{ sourceId: string; interpretAnew: 0 | 1 }]>(
    `INSERT INTO source_runs (source_id, interpret_anew) VALUES (:sourceId, :interpretAnew)
     ON CONFLICT (source_id) DO UPDATE SET
       cursor = NULL, last_sweep_at = NULL, not_before = NULL, interpret_anew = excluded.interpret_anew`,
  )
  const forgetSnapshot = db.prepare<[string]>('DELETE FROM status_pages WHERE source_id = ?')
  const selectRun = db.prepare<[string], RunRow>(
    `SELECT cursor, last_success_at AS lastSuccessAt, last_attempt_at AS lastAttemptAt,
       last_sweep_at AS lastSweepAt, not_before AS notBefore, fault_code AS faultCode,
       fault_detail AS faultDetail, fault_at AS faultAt, failures, clock_skew_ms AS clockSkewMs,
       interpret_anew AS interpretAnew
     FROM source_runs WHERE source_id = ?`,
  )
  const upsertRun = db.prepare<[RunRow & { sourceId: string }]>(
    `INSERT INTO source_runs (source_id, cursor, last_success_at, last_attempt_at, last_sweep_at, not_before,
       fault_code, fault_detail, fault_at, failures, clock_skew_ms, interpret_anew)
     VALUES (:sourceId, :cursor, :lastSuccessAt, :lastAttemptAt, :lastSweepAt, :notBefore,
       :faultCode, :faultDetail, :faultAt, :failures, :clockSkewMs, :interpretAnew)
     ON CONFLICT (source_id) DO UPDATE SET
       cursor = excluded.cursor, last_success_at = excluded.last_success_at,
       last_attempt_at = excluded.last_attempt_at, last_sweep_at = excluded.last_sweep_at,
       not_before = excluded.not_before, fault_code = excluded.fault_code, fault_detail = excluded.fault_detail,
       fault_at = excluded.fault_at, failures = excluded.failures, clock_skew_ms = excluded.clock_skew_ms,
       interpret_anew = excluded.interpret_anew`,
  )
  const selectRefusals = db.prepare<[string, number], Refusal>(
    'SELECT place, reason, at FROM refusals WHERE source_id = ? ORDER BY id DESC LIMIT ?',
  )
  const countRefusals = db
    .prepare<[string], number>('SELECT count(*) FROM refusals WHERE source_id = ?')
    .pluck()
  const countTickets = db
    .prepare<[string], number>('SELECT count(*) FROM tickets WHERE source_id = ?')
    .pluck()
  const countStatusItems = db
    .prepare<[string], number>(
      `SELECT json_array_length(snapshot, '$.components') + json_array_length(snapshot, '$.incidents')
       FROM status_pages WHERE source_id = ?`,
    )
    .pluck()
  const refusalWriter = createRefusalWriter(db)
  const removeSource = createSourceRemoval(db)

  function run(sourceId: string): StoredSourceRun {
    const row = selectRun.get(sourceId)
    return row === undefined ? NEVER_RUN : runOf(row)
  }

  return {
    list: () => selectAll.all().map(sourceOf),
    get(sourceId) {
      const row = selectOne.get(sourceId)
      return row === undefined ? null : sourceOf(row)
    },
    save(source) {
      durably(db, () => {
        const row = rowOf(source)
        const held = selectOne.get(source.id)
        upsert.run(row)
        if (held === undefined || asksTheSame(sourceOf(held), sourceOf(row))) return
        // Other settings may mean other tickets or another reading of the same ones: everything is asked again.
        beginAnew.run({ sourceId: source.id, interpretAnew: source.role === 'tickets' ? 1 : 0 })
        forgetSnapshot.run(source.id)
      })
    },
    remove(sourceId) {
      durably(db, () => removeSource(sourceId))
    },
    run,
    saveRun(sourceId, change) {
      upsertRun.run({ sourceId, ...runRowOf({ ...run(sourceId), ...change }) })
    },
    saveRefusals(sourceId, refusals) {
      db.transaction(() => refusalWriter.replace(sourceId, refusals)).immediate()
    },
    refusals(sourceId, limit) {
      return { refusals: selectRefusals.all(sourceId, limit), total: countRefusals.get(sourceId) ?? 0 }
    },
    recordCount(sourceId) {
      const source = selectOne.get(sourceId)
      if (source === undefined) return 0
      const count = source.role === 'tickets' ? countTickets : countStatusItems
      return count.get(sourceId) ?? 0
    },
  }
}

/** Name, poll, pause and secrets decide neither what is asked nor how the answer is read. */
function asksTheSame(held: StoredSource, source: StoredSource): boolean {
  return held.kind === source.kind && isDeepStrictEqual(held.config, source.config)
}

function sourceOf(row: SourceRow): StoredSource {
  return {
    id: row.id,
    kind: row.kind,
    role: row.role,
    name: row.name,
    enabled: row.enabled === 1,
    pollSeconds: row.pollSeconds,
    config: fromJson(row.config),
    sealedSecrets: fromJson(row.sealedSecrets),
  }
}

function rowOf(source: StoredSource): SourceRow {
  return {
    id: source.id,
    kind: source.kind,
    role: source.role,
    name: source.name,
    enabled: source.enabled ? 1 : 0,
    pollSeconds: source.pollSeconds,
    config: toJson(source.config),
    sealedSecrets: toJson(source.sealedSecrets),
  }
}

function runOf(row: RunRow): StoredSourceRun {
  const { faultCode, faultDetail, faultAt, cursor, interpretAnew, ...rest } = row
  return {
    ...rest,
    interpretAnew: interpretAnew === 1,
    cursor: cursor === null ? null : fromJson(cursor),
    fault:
      faultCode === null || faultAt === null
        ? null
        : { code: faultCode, detail: faultDetail ?? '', at: faultAt },
  }
}

function runRowOf(run: StoredSourceRun): RunRow {
  const { fault, cursor, interpretAnew, ...rest } = run
  return {
    ...rest,
    interpretAnew: interpretAnew ? 1 : 0,
    cursor: cursor === null ? null : toJson(cursor),
    faultCode: fault?.code ?? null,
    faultDetail: fault?.detail ?? null,
    faultAt: fault?.at ?? null,
  }
}
