import type { DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api'
import duckdb from '@duckdb/node-bindings'

/** A column to fill, with how DuckDB sends it: the SQL must cast to that type and leave no NULL. */
export type RawTarget =
  | { readonly type: 'UTINYINT'; readonly into: Uint8Array }
  | { readonly type: 'USMALLINT'; readonly into: Uint16Array }
  | { readonly type: 'UINTEGER'; readonly into: Uint32Array }
  | { readonly type: 'DOUBLE'; readonly into: Float64Array }

/** Arrays that a worker can be handed without a copy. */
export function rawTarget(type: RawTarget['type'], rows: number): RawTarget {
  if (type === 'UTINYINT') return { type, into: new Uint8Array(new SharedArrayBuffer(rows)) }
  if (type === 'USMALLINT') return { type, into: new Uint16Array(new SharedArrayBuffer(rows * 2)) }
  if (type === 'UINTEGER') return { type, into: new Uint32Array(new SharedArrayBuffer(rows * 4)) }
  return { type, into: new Float64Array(new SharedArrayBuffer(rows * 8)) }
}

/** Copies a streamed answer into arrays, column by column as DuckDB holds them. Gives how many rows came. */
export async function fillColumns(
  result: DuckDBResult,
  targets: readonly RawTarget[],
  signal?: AbortSignal,
): Promise<number> {
  let rows = 0
  for (;;) {
    const chunk = await result.fetchChunk()
    signal?.throwIfAborted()
    if (chunk === null || chunk.rowCount === 0) return rows
    for (const [index, target] of targets.entries()) copyVector(chunk, index, target, rows)
    rows += chunk.rowCount
  }
}

function copyVector(chunk: DuckDBDataChunk, index: number, { into }: RawTarget, at: number): void {
  const vector = duckdb.data_chunk_get_vector(chunk.chunk, index)
  const { buffer, byteOffset } = duckdb.vector_get_data(vector, chunk.rowCount * into.BYTES_PER_ELEMENT)
  if (into instanceof Uint8Array) into.set(new Uint8Array(buffer, byteOffset, chunk.rowCount), at)
  else if (into instanceof Uint16Array) into.set(new Uint16Array(buffer, byteOffset, chunk.rowCount), at)
  else if (into instanceof Uint32Array) into.set(new Uint32Array(buffer, byteOffset, chunk.rowCount), at)
  else into.set(new Float64Array(buffer, byteOffset, chunk.rowCount), at)
}
