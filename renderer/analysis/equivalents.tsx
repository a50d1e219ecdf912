import { Trans, useTranslation } from 'react-i18next'
import { partsKey } from '../../shared/commonality/findings/signature.ts'
import type { Finding } from '../../shared/records/analysis.ts'
import { differingParts } from './differing-parts.ts'
import styles from './equivalents.module.css'
import { Parts } from './parts.tsx'
import { useFigures } from './use-figures.ts'

type Equivalent = Finding['equivalents'][number]

/** Other descriptions of the same records, each with the record that would tell the two apart. */
export function Equivalents({ finding }: { finding: Finding }) {
  if (finding.equivalents.length === 0) return null
  return (
    <ul className={styles['list']}>
      {finding.equivalents.map((equivalent) => (
        <li key={partsKey(equivalent.parts)}>
          <Likeness finding={finding} equivalent={equivalent} /> <TestCall equivalent={equivalent} />
        </li>
      ))}
    </ul>
  )
}

function Likeness({ finding, equivalent }: { finding: Finding; equivalent: Equivalent }) {
  const { t } = useTranslation('analysis')
  const { percent } = useFigures()
  const { first, second } = differingParts(finding.parts, equivalent.parts)
  return (
    <Trans
      t={t}
      i18nKey={equivalent.overlap === 1 ? 'equivalents.same' : 'equivalents.near'}
      values={{ overlap: percent(equivalent.overlap) }}
      components={{ parts: <Parts parts={first} />, other: <Parts parts={second} /> }}
    />
  )
}

function TestCall({ equivalent }: { equivalent: Equivalent }) {
  const { t } = useTranslation('analysis')
  const { has, hasNot, records } = equivalent.separatedBy
  if (has.length === 0) return null
  return (
    <>
      <Trans
        t={t}
        i18nKey={hasNot.length === 0 ? 'equivalents.testCallHas' : 'equivalents.testCall'}
        components={{ has: <Parts parts={has} />, hasNot: <Parts parts={hasNot} /> }}
      />{' '}
      {records === 0 ? t('equivalents.noneInFile') : t('equivalents.inFile', { count: records })}
    </>
  )
}
