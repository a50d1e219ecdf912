import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useAppInfo, useHub, useLive, useMay } from '../app/client.tsx'
import { paths } from '../app/paths.ts'
import { KindList } from '../sources/kind-chooser.tsx'
import { importPath } from '../sources/sources-path.ts'
import { useKinds } from '../sources/use-kinds.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { DemoWay } from './demo-way.tsx'
import styles from './first-run-screen.module.css'

const STEPS = ['kind', 'settings', 'preview', 'live'] as const

/** The way to a live board in two minutes: add a source, or look at demo data first. */
export function FirstRunScreen() {
  const { t } = useTranslation('sources')
  const [, navigate] = useLocation()
  const { info } = useHub()
  const sources = useLive('sources')
  const mayAdd = useMay('admin')
  const isKnown = useAppInfo() !== null
  const hasSources = sources.values.length > 0

  // Someone else may add the first source, or the demo world its own: the board opens as soon as there is one.
  useEffect(() => {
    if (hasSources) void info.refresh().catch(() => undefined)
  }, [hasSources, info])

  return (
    <div className={styles['page']}>
      <header className={styles['welcome']}>
        <h2>{t('firstRun.welcome')}</h2>
        <p>{t('firstRun.lead')}</p>
      </header>
      {hasSources && (
        <Banner
          tone="good"
          actions={
            <Button variant="primary" onPress={() => navigate(paths.board)}>
              {t('firstRun.toBoard')}
            </Button>
          }
        >
          {t('firstRun.ready')}
        </Banner>
      )}
      <div className={styles['ways']}>
        <section className={styles['way']} aria-label={t('firstRun.add')}>
          <h3>{t('firstRun.add')}</h3>
          <p className={styles['muted']}>{t('firstRun.addBody')}</p>
          {isKnown && !mayAdd ? <p>{t('firstRun.needAdmin')}</p> : <AddWay />}
        </section>
        <section className={styles['way']} aria-label={t('firstRun.demo')}>
          <h3>{t('firstRun.demo')}</h3>
          <DemoWay />
        </section>
      </div>
      <p className={styles['muted']}>{t('firstRun.privacy')}</p>
    </div>
  )
}

function AddWay() {
  const { t } = useTranslation('sources')
  const kinds = useKinds()
  return (
    <>
      <ol className={styles['steps']}>
        {STEPS.map((step) => (
          <li key={step}>{t(`firstRun.addSteps.${step}`)}</li>
        ))}
      </ol>
      <FailureNote error={kinds.error} />
      {kinds.data === undefined ? (
        <Skeleton width="60%" />
      ) : (
        <>
          <KindList
            title={t('form.ticketKinds')}
            kinds={kinds.data.filter((kind) => kind.role === 'tickets')}
          />
          <KindList
            title={t('form.statusKinds')}
            kinds={kinds.data.filter((kind) => kind.role === 'status')}
          />
          <Link href={importPath}>{t('firstRun.importInstead')}</Link>
        </>
      )}
    </>
  )
}
