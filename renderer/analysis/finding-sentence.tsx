import { Trans, useTranslation } from 'react-i18next'
import type { Finding } from '../../shared/records/analysis.ts'
import { Parts } from './parts.tsx'
import type { RecordNoun } from './record-noun.ts'
import { useFigures } from './use-figures.ts'

/** Counts first: "93 of 100 failing calls had carrier X; 4 of 100 working ones did." */
export function FindingSentence({ finding, noun }: { finding: Finding; noun: RecordNoun }) {
  const { t } = useTranslation('analysis')
  const { count } = useFigures()
  const { failing, working } = finding.counts
  return (
    <Trans
      t={t}
      i18nKey={`findings.said.${noun}`}
      values={{
        failing: count(failing.inside),
        allFailing: count(failing.of),
        working: count(working.inside),
        allWorking: count(working.of),
      }}
      // What is from a file goes in as an element: the words of a translation are read for tags, these are not.
      components={{ b: <b />, parts: <Parts parts={finding.parts} /> }}
    />
  )
}
