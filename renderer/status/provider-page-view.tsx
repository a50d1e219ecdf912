import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useTicking } from '../app/now.tsx'
import { sourcePath } from '../sources/sources-path.ts'
import { AgeSentence } from '../ui/age-sentence.tsx'
import { Banner } from '../ui/banner.tsx'
import { formatAge } from '../ui/format-age.ts'
import { ExternalIcon } from '../ui/icons.tsx'
import { ComponentGroups } from './component-groups.tsx'
import { IncidentList } from './incident-list.tsx'
import { groupIncidents } from './incidents.ts'
import type { PageView } from './page-view.ts'
import styles from './provider-page-view.module.css'
import { ServiceStateMark } from './service-state-mark.tsx'

/** One provider's page: what it says, how old that is, and how old our reading is. */
export function ProviderPageView({ view }: { view: PageView }) {
  const { t } = useTranslation('status')
  const minute = useTicking((now) => Math.floor(now / 60_000) * 60_000)
  const snapshot = view.page?.snapshot ?? null
  return (
    <article className={styles['page']} aria-label={view.name}>
      <NotCurrent view={view} />
      <header className={styles['header']}>
        <div className={styles['title']}>
          <h2>{view.name}</h2>
          <ServiceStateMark state={view.state} />
        </div>
        <Ages view={view} />
        <div className={styles['links']}>
          {snapshot?.pageUrl !== null && snapshot !== null && (
            <a href={snapshot.pageUrl} target="_blank" rel="noopener noreferrer">
              {t('page.open')} <ExternalIcon />
            </a>
          )}
          {view.source !== null && <Link href={sourcePath(view.source.id)}>{t('page.settings')}</Link>}
        </div>
        {snapshot?.overallDescription && (
          <p className={styles['says']}>
            {t('page.saysOverall', { description: snapshot.overallDescription })}
          </p>
        )}
        {snapshot !== null && snapshot.overall === 'unknown' && snapshot.components.length === 0 && (
          <p className={styles['says']}>{t('page.feedOnly')}</p>
        )}
      </header>
      {snapshot !== null && <Sections snapshot={snapshot} minute={minute} />}
    </article>
  )
}

function Sections({
  snapshot,
  minute,
}: {
  snapshot: NonNullable<PageView['page']>['snapshot']
  minute: number
}) {
  const { t } = useTranslation('status')
  const groups = groupIncidents(snapshot, minute)
  const namesById = new Map(snapshot.components.map((component) => [component.externalId, component.name]))
  const isFeed = snapshot.components.length === 0 && groups.open.length === 0 && groups.notices.length > 0
  return (
    <div className={styles['sections']}>
      {!isFeed && (
        <IncidentList
          title={t('section.open')}
          incidents={groups.open}
          componentNames={namesById}
          empty={t('noOpen')}
        />
      )}
      <IncidentList title={t('section.underWay')} incidents={groups.underWay} componentNames={namesById} />
      <IncidentList title={t('section.planned')} incidents={groups.planned} componentNames={namesById} />
      <IncidentList title={t('section.notices')} incidents={groups.notices} componentNames={namesById} />
      {!isFeed && <ComponentGroups components={snapshot.components} />}
      <IncidentList
        title={t('section.closed')}
        incidents={groups.closed}
        componentNames={namesById}
        isFolded
      />
    </div>
  )
}

/** Two ages, never confused: when we last read the page, and when the page last said something new. */
function Ages({ view }: { view: PageView }) {
  const { t } = useTranslation('status')
  if (view.page === null) return null
  const { checkedAt, changedAt, snapshot } = view.page
  return (
    <p className={styles['ages']}>
      <AgeSentence at={checkedAt} say={(age) => t('page.read', { age })} />
      <AgeSentence at={changedAt} say={(age) => t('page.changed', { age })} />
      {snapshot.pageUpdatedAt !== null && (
        <AgeSentence at={snapshot.pageUpdatedAt} say={(age) => t('page.claims', { age })} />
      )}
    </p>
  )
}

function NotCurrent({ view }: { view: PageView }) {
  const { t } = useTranslation(['status', 'faults'])
  const checkedAt = view.page?.checkedAt ?? null
  const age = useTicking((now) => (checkedAt === null ? '' : formatAge(now - checkedAt)))
  if (view.freshness === 'current') return null
  const fault = view.source?.health.fault ?? null
  return (
    <Banner tone="warning">
      <strong>{t(`status:freshness.${view.freshness}`)}.</strong>{' '}
      {checkedAt === null
        ? t('status:notCurrent.neverRead')
        : t(`status:notCurrent.${view.freshness}`, { age })}{' '}
      {fault !== null && (
        <>
          {t(`faults:${fault.code}`, { source: view.name })}{' '}
          <span className={styles['faultDetail']}>({fault.detail})</span>
        </>
      )}
    </Banner>
  )
}
