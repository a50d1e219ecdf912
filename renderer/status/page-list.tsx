import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import { Link } from 'wouter'
import { useKeys } from '../app/keys.tsx'
import { AgeSentence } from '../ui/age-sentence.tsx'
import { classes } from '../ui/classes.ts'
import fieldStyles from '../ui/field.module.css'
import hatch from '../ui/hatch.module.css'
import { SelectField } from '../ui/select-field.tsx'
import { filterPages, type PageScope } from './page-filter.ts'
import styles from './page-list.module.css'
import type { PageView } from './page-view.ts'
import { ServiceStateMark } from './service-state-mark.tsx'
import { statusPath } from './status-path.ts'

export interface PageListProps {
  /** Those that match the filter. */
  views: readonly PageView[]
  all: readonly PageView[]
  selectedId: string | null
  words: string
  onWords: (words: string) => void
  scope: PageScope
  onScope: (scope: PageScope) => void
}

/** The providers with a filter above and one sentence of summary. */
export function PageList(props: PageListProps) {
  const { t } = useTranslation('status')
  const filterInput = useRef<HTMLInputElement>(null)
  useKeys(t('title'), [{ keys: '/', label: t('filter'), run: () => filterInput.current?.focus() }])
  return (
    <nav className={styles['list']} aria-label={t('list')}>
      <div className={styles['filters']}>
        <SearchField
          aria-label={t('filter')}
          value={props.words}
          onChange={props.onWords}
          className={styles['search'] ?? ''}
        >
          <Input ref={filterInput} className={fieldStyles['input'] ?? ''} placeholder={t('filter')} />
        </SearchField>
        <SelectField
          label={t('scope.label')}
          hideLabel
          value={props.scope}
          onChange={props.onScope}
          choices={[
            { value: 'all', label: t('scope.all') },
            { value: 'trouble', label: t('scope.trouble') },
          ]}
        />
      </div>
      <output className={styles['summary']}>
        <Summary all={props.all} />
      </output>
      <ul className={styles['pages']}>
        {props.views.map((view) => (
          <li key={view.sourceId}>
            <PageItem view={view} isSelected={view.sourceId === props.selectedId} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Summary({ all }: { all: readonly PageView[] }) {
  const { t } = useTranslation('status')
  const troubled = filterPages(all, '', 'trouble').length
  if (troubled === 0) return t('summary.fine', { count: all.length })
  return t('summary.trouble', { count: troubled, total: all.length })
}

function PageItem({ view, isSelected }: { view: PageView; isSelected: boolean }) {
  const { t } = useTranslation('status')
  const isCurrent = view.freshness === 'current'
  return (
    <Link
      href={statusPath(view.sourceId)}
      aria-current={isSelected ? 'true' : undefined}
      className={classes(styles['item'], !isCurrent && hatch['hatched'])}
    >
      <span className={styles['name']}>{view.name}</span>
      <ServiceStateMark state={view.state} />
      <span className={classes(styles['age'], !isCurrent && styles['doubtful'])}>
        {!isCurrent && <>{t(`freshness.${view.freshness}`)} · </>}
        {view.page === null ? (
          t('notCurrent.neverRead')
        ) : (
          <AgeSentence at={view.page.checkedAt} say={(age) => t('page.read', { age })} />
        )}
      </span>
      {view.openCount > 0 && (
        <span className={styles['open']}>{t('strip.open', { count: view.openCount })}</span>
      )}
    </Link>
  )
}
