import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppInfo, useLive } from '../app/client.tsx'
import { useNow } from '../app/now.tsx'
import { useViewerZone } from '../app/viewer-zone.ts'
import { formatFullInstant, formatUtc } from '../ui/format-instant.ts'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './settings.module.css'

/** Version, who one is here, demo or real, how much data there is. */
export function AboutSection() {
  const { t, i18n } = useTranslation('settings')
  const info = useAppInfo()
  const sources = useLive('sources')
  const board = useLive('board')
  const zone = useViewerZone()
  const now = useNow()
  if (info === null) return <Skeleton width="40%" />
  const { caller, demo } = info
  const records = sources.values.reduce((sum, source) => sum + source.health.records, 0)
  const facts: [string, ReactNode][] = [
    [t('about.version'), info.version],
    [
      t('about.caller'),
      t('about.callerText', {
        name: caller.name,
        role: t(`access.roles.${caller.role}`),
        via: t(`about.via.${caller.via}`),
      }),
    ],
    [
      t('about.demo'),
      demo === null
        ? t('about.demoOff')
        : t('about.demoOn', {
            seed: demo.seed,
            rate: demo.rate,
            time: formatFullInstant(demo.startedAt, zone),
          }),
    ],
    [t('about.time'), `${formatFullInstant(now, zone)} · ${formatUtc(now)}`],
    [
      t('about.data'),
      t('about.dataText', {
        sources: sources.values.length,
        records: records.toLocaleString(i18n.language),
        open: board.values.length.toLocaleString(i18n.language),
      }),
    ],
    ['', t('about.backup')],
    [t('about.license'), t('about.licenseText')],
  ]
  return (
    <Panel title={t('sections.about')}>
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
