export type LogLevel = 'info' | 'warn' | 'error'

/** Where the backend says what a person debugging needs. `fields` never hold secrets; errors go in whole. */
export type Log = (level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>) => void
