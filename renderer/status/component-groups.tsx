import { useTranslation } from 'react-i18next'
import type { ProviderComponent } from '../../shared/records/status-page.ts'
import styles from './component-groups.module.css'
import { type ComponentGroup, groupComponents } from './incidents.ts'
import { ServiceStateMark } from './service-state-mark.tsx'

/** The page's components under their groups. Groups in which all is well fold to one line. */
export function ComponentGroups({ components }: { components: readonly ProviderComponent[] }) {
  const { t } = useTranslation('status')
  const groups = groupComponents(components)
  return (
    <section aria-label={t('section.components')}>
      <h3 className={styles['heading']}>
        {t('section.components')} <span className={styles['count']}>{components.length}</span>
      </h3>
      {components.length === 0 && <p className={styles['muted']}>{t('noComponents')}</p>}
      <div className={styles['groups']}>
        {groups.map((group) => (
          <Group key={group.name ?? ''} group={group} isOnly={groups.length === 1} />
        ))}
      </div>
    </section>
  )
}

/** Up to this many sound components are simply listed: folding them would hide more than it saves. */
const LISTED_AT_MOST = 6

function Group({ group, isOnly }: { group: ComponentGroup; isOnly: boolean }) {
  const { t } = useTranslation('status')
  const isFine = group.components.every((component) => component.state === 'operational')
  const name = group.name ?? (isOnly ? null : t('ungrouped'))
  const rows = (
    <ul className={styles['components']}>
      {group.components.map((component) => (
        <li key={component.externalId} className={styles['component']}>
          <span className={styles['name']}>{component.name}</span>
          <span title={t('page.raw', { raw: component.rawState })}>
            <ServiceStateMark state={component.state} />
          </span>
        </li>
      ))}
    </ul>
  )
  return (
    <div className={styles['group']}>
      {name !== null && <h4 className={styles['groupName']}>{name}</h4>}
      {isFine && group.components.length > LISTED_AT_MOST ? (
        <details>
          <summary className={styles['muted']}>{t('allFine', { count: group.components.length })}</summary>
          {rows}
        </details>
      ) : (
        rows
      )}
    </div>
  )
}
