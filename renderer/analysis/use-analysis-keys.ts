import { useTranslation } from 'react-i18next'
import type { Finding } from '../../shared/records/analysis.ts'
import type { KeyBinding } from '../app/key-registry.ts'
import { useKeys } from '../app/keys.tsx'
import type { AnalysisPart } from '../app/paths.ts'
import type { FindingTools } from './finding-tools.ts'
import type { FindingChoice } from './use-finding-choice.ts'

export interface AnalysisKeysInput {
  choice: FindingChoice
  tools: FindingTools
  showPart: (part: AnalysisPart) => void
  /** Null where nothing can be pinned. */
  pin: (() => void) | null
  /** Asks whether to stop; null while no search is under way. */
  stop: (() => void) | null
}

/** The keyboard of the analysis screen; the list of keys is made from this. */
export function useAnalysisKeys({ choice, tools, showPart, pin, stop }: AnalysisKeysInput): void {
  const { t } = useTranslation('analysis')
  const { active, move, toggleWhy } = choice

  function ofActive(
    keys: string,
    label: string,
    run: ((finding: Finding) => void) | null,
  ): readonly KeyBinding[] {
    return run === null || active === null ? [] : [{ keys, label, run: () => run(active) }]
  }

  useKeys(t('title'), [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    ...ofActive('Enter', t('keys.why'), ({ id }) => toggleWhy(id)),
    ...ofActive('x', t('keys.exclude'), tools.exclude),
    ...ofActive('w', t('keys.within'), tools.within),
    ...ofActive('c', t('keys.copy'), tools.copy),
    ...ofActive('f', t('keys.confirm'), tools.confirm),
    ...ofActive('r', t('keys.report'), tools.report),
    ...(pin === null ? [] : [{ keys: 'p', label: t('keys.pin'), run: pin }]),
    { keys: 'e', label: t('keys.examples'), run: () => showPart('examples') },
    { keys: 'h', label: t('keys.history'), run: () => showPart('history') },
    ...(stop === null ? [] : [{ keys: 'Escape', label: t('keys.stop'), run: stop }]),
  ])
}
