import { DuckDBInstance, type DuckDBConnection, type DuckDBResult, type DuckDBValue } from '@duckdb/node-api'

export interface DuckDBOptions {
  /** Where DuckDB puts what does not fit into memory. */
  readonly temporaryDirectory: string
  /** In megabytes, for everything that is open. */
  readonly memoryMegabytes: number
  readonly threads: number | null
}

/**
 * One DuckDB for all record sets, each attached as a database of its own: they share memory and threads, and no file is
 * opened twice. It loads no extensions and reads no settings of the user.
 */
export async function openDuckDB({
  temporaryDirectory,
  memoryMegabytes,
  threads,
}: DuckDBOptions): Promise<DuckDBInstance> {
  return DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMegabytes}MB`,
    temp_directory: temporaryDirectory,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(threads === null ? {} : { threads: String(threads) }),
  })
}

/**
 * A connection that `work` has for itself. An abort interrupts what DuckDB is doing and rejects with the signal's
 * reason.
 */
export async function withConnection<T>(
  instance: DuckDBInstance,
  signal: AbortSignal | undefined,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  const connection = await instance.connect()
  function interrupt(): void {
    connection.interrupt()
  }
  signal?.addEventListener('abort', interrupt)
  try {
    await connection.run("SET TimeZone = 'UTC'")
    return await work(connection)
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', interrupt)
    connection.closeSync()
  }
}

/** Rows of a small answer. */
export async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
  parameters: readonly DuckDBValue[] = [],
): Promise<DuckDBValue[][]> {
  const result: DuckDBResult = await connection.run(sql, [...parameters])
  return result.getRows()
}

/** A count in DuckDB comes as bigint. */
export function numberOf(value: DuckDBValue | undefined): number {
  if (typeof value === 'bigint' || typeof value === 'number') return Number(value)
  return 0
}

export function textOf(value: DuckDBValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}
