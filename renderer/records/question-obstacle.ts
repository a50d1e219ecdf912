import type { AnalysisQuestion } from '../../shared/records/analysis-question.ts'

/** Why a question cannot be asked; the sentence is `records:failing.<obstacle>`. */
export type Obstacle = 'needed' | 'faulty' | 'countsNeeded'

/** The first thing in the way of asking; null where nothing is. `isSound` tells whether a condition has no fault. */
export function questionObstacle(
  { definition, baseline }: AnalysisQuestion,
  isSound: (condition: string) => boolean,
): Obstacle | null {
  const { failed, working, where, failedCountColumn, totalCountColumn } = definition
  if ((failedCountColumn === null) !== (totalCountColumn === null)) return 'countsNeeded'
  if (failed === null && failedCountColumn === null) return 'needed'
  const conditions = [failed, working, where, baseline].filter((condition) => condition !== null)
  return conditions.every(isSound) ? null : 'faulty'
}
