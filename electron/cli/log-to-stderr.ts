import type { LogLevel } from '../backend/log.ts'

/** Warnings and errors as one JSON object per line, for whatever collects a service's standard error. */
export function logToStderr(
  level: LogLevel,
  message: string,
  fields: Readonly<Record<string, unknown>> = {},
): void {
  if (level === 'info') return
  const shown = Object.entries(fields).map(([name, value]) => [
    name,
    value instanceof Error ? describe(value) : value,
  ])
  console.error(
    JSON.stringify({ at: new Date().toISOString(), level, message, ...Object.fromEntries(shown) }),
  )
}

/** JSON knows nothing of errors; their causes say what really happened. */
function describe(error: Error): string {
  const own = error.stack ?? error.message
  return error.cause instanceof Error ? `${own}\nCaused by ${describe(error.cause)}` : own
}
