import { firstSchema } from './0001-first-schema.ts'
import { interpretAnew } from './0002-interpret-anew.ts'
import { evidence } from './0003-evidence.ts'
import { analyses } from './0004-analyses.ts'
import type { Migration } from './migration.ts'

/** All steps, oldest first, without gaps. */
export const migrations: readonly Migration[] = [firstSchema, interpretAnew, evidence, analyses]
