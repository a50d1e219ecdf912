import type { DuckDBValue } from '@duckdb/node-api'
import type { SidesWanted } from '../analysis/readable-set.ts'
import { type AttachedSet, columnNamed, recordsSql } from './attached-set.ts'
import { OWN_PREFIX } from './header-names.ts'
import { identifier } from './sql-text.ts'

export const FAILED = identifier(`${OWN_PREFIX}failed`)
export const WORKING = identifier(`${OWN_PREFIX}working`)

// A file may have columns of these names without the prefix.
const FAILS = identifier(`${OWN_PREFIX}fails`)
const WORKS = identifier(`${OWN_PREFIX}works`)
const AMOUNT = identifier(`${OWN_PREFIX}amount`)

export interface MarkedSides {
  /** A table expression: the records that are on a side, with `FAILED` and `WORKING` as their weights (DOUBLE). */
  readonly sql: string
  readonly parameters: DuckDBValue[]
}

/**
 * A record that meets both conditions fails. Where the file counts, a row stands on both sides with what failed of it
 * and what did not. A weight that is blank or below zero counts as none. Throws RecordProblem for a column that is not
 * there.
 */
export function markedSides(set: AttachedSet, sides: SidesWanted): MarkedSides {
  const { failed, working, where, weightColumn, failedCountColumn, totalCountColumn } = sides
  const records = recordsSql(set)
  const weight = amount(set, weightColumn) ?? '1.0'
  const total = amount(set, totalCountColumn) ?? '1.0'
  const failedCount = amount(set, failedCountColumn)
  const fails = failed === null ? 'false' : `(${failed.sql})`
  const works = working === null ? 'true' : `(${working.sql})`
  const counted = failedCount !== null
  const marked = counted
    ? `SELECT *, ${weight} * ${failedCount} AS ${FAILED}, ${weight} * greatest(${total} - ${failedCount}, 0) AS ${WORKING} FROM ${records}`
    : `SELECT *, CASE WHEN ${FAILS} THEN ${AMOUNT} ELSE 0 END AS ${FAILED}, CASE WHEN ${WORKS} AND NOT ${FAILS} THEN ${AMOUNT} ELSE 0 END AS ${WORKING}
       FROM (SELECT *, ${fails} AS ${FAILS}, ${works} AS ${WORKS}, ${weight} * ${total} AS ${AMOUNT} FROM ${records})`
  const met = where === null ? '' : ` WHERE (${where.sql})`
  return {
    sql: `(SELECT * FROM (SELECT * FROM (${marked})${met}) WHERE ${FAILED} > 0 OR ${WORKING} > 0)`,
    parameters: [
      ...(counted ? [] : [...(failed?.parameters ?? []), ...(working?.parameters ?? [])]),
      ...(where?.parameters ?? []),
    ],
  }
}

function amount(set: AttachedSet, name: string | null): string | null {
  if (name === null) return null
  return `greatest(coalesce(try_cast(${identifier(columnNamed(set, name).name)} AS DOUBLE), 0), 0)`
}
