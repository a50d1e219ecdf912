import { useTranslation } from 'react-i18next'
import type { Finding, SideCounts } from '../../shared/records/analysis.ts'
import styles from './counts-table.module.css'
import { useFigures } from './use-figures.ts'

/** Inside and outside of a finding against failing and working, on the whole and on what was left for it. */
export function CountsTable({ finding }: { finding: Finding }) {
  const { t } = useTranslation('analysis')
  const { counts, remaining } = finding
  // The first finding has everything before it.
  const isWhole = JSON.stringify(counts) === JSON.stringify(remaining)
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('why.side')}</th>
          <th scope="col">{t('why.failing')}</th>
          <th scope="col">{t('why.share')}</th>
          <th scope="col">{t('why.working')}</th>
          <th scope="col">{t('why.share')}</th>
        </tr>
      </thead>
      <Block heading={isWhole ? null : t('why.whole')} counts={counts} />
      {!isWhole && <Block heading={t('why.remaining')} counts={remaining} />}
    </table>
  )
}

function Block({ heading, counts }: { heading: string | null; counts: SideCounts }) {
  const { t } = useTranslation('analysis')
  const { failing, working } = counts
  return (
    <tbody>
      {heading !== null && (
        <tr>
          <th scope="rowgroup" colSpan={5} className={styles['heading']}>
            {heading}
          </th>
        </tr>
      )}
      <Row name={t('why.with')} failing={failing} working={working} />
      <Row
        name={t('why.without')}
        failing={{ inside: failing.of - failing.inside, of: failing.of }}
        working={{ inside: working.of - working.inside, of: working.of }}
      />
      <Row
        name={t('why.sum')}
        failing={{ inside: failing.of, of: failing.of }}
        working={{ inside: working.of, of: working.of }}
      />
    </tbody>
  )
}

function Row({ name, failing, working }: { name: string } & SideCounts) {
  const { count, share } = useFigures()
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{count(failing.inside)}</td>
      <td>{share(failing.inside, failing.of)}</td>
      <td>{count(working.inside)}</td>
      <td>{share(working.inside, working.of)}</td>
    </tr>
  )
}
