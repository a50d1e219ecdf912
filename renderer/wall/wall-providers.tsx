import { useTranslation } from 'react-i18next'
import { AgeSentence } from '../ui/age-sentence.tsx'
import { classes } from '../ui/classes.ts'
import hatch from '../ui/hatch.module.css'
import { filterPages } from '../status/page-filter.ts'
import type { PageView } from '../status/page-view.ts'
import { ServiceStateMark } from '../status/service-state-mark.tsx'
import { usePageViews } from '../status/use-page-views.ts'
import { useBox } from './use-box.ts'
import styles from './wall-providers.module.css'

/** Width of a provider in parts of the font size, as in the style sheet. */
const PROVIDER_EMS = 15

/** Providers in trouble one by one, worst first; the sound ones as a count. */
export function WallProviders({ fontPx, isOld }: { fontPx: number; isOld: boolean }) {
  const { t } = useTranslation(['wall', 'status'])
  const { views, isLoading } = usePageViews()
  const { attach, width } = useBox()
  const troubled = filterPages(views, '', 'trouble')
  const room = Math.max(1, Math.floor(width / (fontPx * PROVIDER_EMS)))
  const hasRest = views.length > Math.min(troubled.length, room)
  const shown = troubled.slice(0, hasRest ? Math.max(1, room - 1) : room)
  const hidden = troubled.length - shown.length
  const sound = views.length - troubled.length
  return (
    <section
      ref={attach}
      className={classes(styles['strip'], isOld && hatch['hatched'])}
      aria-label={t('wall:providers.label')}
    >
      {!isLoading && views.length === 0 && <p className={styles['quiet']}>{t('wall:providers.none')}</p>}
      {shown.map((view) => (
        <Provider key={view.sourceId} view={view} />
      ))}
      {hidden > 0 && <p className={styles['quiet']}>{t('status:strip.more', { count: hidden })}</p>}
      {sound > 0 && (
        <p className={styles['quiet']}>
          <ServiceStateMark state={isOld ? 'unknown' : 'operational'} hideWord />{' '}
          {t(isOld ? 'wall:providers.wasSound' : 'wall:providers.sound', { count: sound })}
        </p>
      )}
    </section>
  )
}

function Provider({ view }: { view: PageView }) {
  const { t } = useTranslation(['wall', 'status'])
  const isCurrent = view.freshness === 'current'
  return (
    <div className={classes(styles['provider'], !isCurrent && hatch['hatched'])}>
      <p className={styles['name']}>
        <ServiceStateMark state={view.state} hideWord /> <strong>{view.name}</strong>
      </p>
      <p className={styles['detail']}>
        {isCurrent ? t(`status:state.${view.state}`) : t(`status:freshness.${view.freshness}`)}
        {view.page !== null && (
          <>
            {' · '}
            <AgeSentence at={view.page.checkedAt} say={(age) => t('wall:providers.age', { age })} />
          </>
        )}
      </p>
    </div>
  )
}
