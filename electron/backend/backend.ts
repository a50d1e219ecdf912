export type { Caller } from './access/caller.ts'
