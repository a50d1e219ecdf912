import type { FailingDefinition } from '../../records/analysis-question.ts'

/** A definition that says nothing, to be filled in. */
export const EMPTY_DEFINITION: FailingDefinition = {
  failed: null,
  working: null,
  where: null,
  weightColumn: null,
  failedCountColumn: null,
  totalCountColumn: null,
}
