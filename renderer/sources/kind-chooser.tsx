import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ConnectorKind } from '../../shared/contract/sources.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ChevronRightIcon } from '../ui/icons.tsx'
import styles from './kind-chooser.module.css'
import { importPath, newKindPath } from './sources-path.ts'

/** First step: what to read. The list is whatever connectors this build has. */
export function KindChooser({ kinds }: { kinds: readonly ConnectorKind[] }) {
  const { t } = useTranslation('sources')
  if (kinds.length === 0) return <EmptyState title={t('form.noKinds')} />
  const ticketKinds = kinds.filter((kind) => kind.role === 'tickets')
  const statusKinds = kinds.filter((kind) => kind.role === 'status')
  return (
    <div className={styles['page']}>
      <h2>{t('form.chooseKind')}</h2>
      <div className={styles['columns']}>
        <KindList title={t('form.ticketKinds')} kinds={ticketKinds} />
        <KindList title={t('form.statusKinds')} kinds={statusKinds} />
      </div>
      <p>
        <Link href={importPath}>{t('firstRun.importInstead')}</Link>
      </p>
    </div>
  )
}

export function KindList({ title, kinds }: { title: string; kinds: readonly ConnectorKind[] }) {
  if (kinds.length === 0) return null
  return (
    <section aria-label={title} className={styles['group']}>
      <h3>{title}</h3>
      <ul className={styles['kinds']}>
        {kinds.map((kind) => (
          <li key={kind.kind}>
            <Link href={newKindPath(kind.kind)} className={styles['kind']}>
              {kind.label} <ChevronRightIcon />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
