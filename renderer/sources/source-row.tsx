import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Source } from '../../shared/records/source.ts'
import { useMay } from '../app/client.tsx'
import { useTicking } from '../app/now.tsx'
import { AgeSentence } from '../ui/age-sentence.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { formatCountdown } from '../ui/format-countdown.ts'
import hatch from '../ui/hatch.module.css'
import { MoreIcon, RefreshIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/menu.tsx'
import { StateMark, type StateName } from '../ui/state-mark.tsx'
import { SourceHealthText } from './source-health-text.tsx'
import styles from './source-list.module.css'
import { type SourceMark, sourceMark } from './source-mark.ts'
import { sourcePath } from './sources-path.ts'

const MARKS: Record<SourceMark, StateName> = {
  healthy: 'ok',
  working: 'ok',
  stale: 'degraded',
  disconnected: 'breached',
  misconfigured: 'breached',
  paused: 'paused',
  'never-run': 'unknown',
}

export interface SourceRowProps {
  source: Source
  kindLabel: string
  onSync: () => void
  onToggle: () => void
  onRemove: () => void
  onRefusals: () => void
}

/** One source: its state in a mark and a sentence, its figures, its actions. */
export function SourceRow({ source, kindLabel, ...actions }: SourceRowProps) {
  const { t, i18n } = useTranslation('sources')
  const [, navigate] = useLocation()
  const mayChange = useMay('admin')
  const maySync = useMay('operator')
  const mark = useTicking((now) => sourceMark(source, now))
  const isDoubtful = mark === 'stale' || mark === 'disconnected' || mark === 'misconfigured'
  const { lastSuccessAt } = source.health
  return (
    <tr className={classes(isDoubtful && hatch['hatched'])}>
      <td>
        <StateMark state={MARKS[mark]} word={t(`mark.${mark}`)} />
      </td>
      <td className={styles['main']}>
        <p className={styles['name']}>
          {mayChange ? (
            <Link href={sourcePath(source.id)}>{source.name}</Link>
          ) : (
            <strong>{source.name}</strong>
          )}
          <span className={styles['kind']}>
            {kindLabel} · {t(`role.${source.role}`)}
          </span>
        </p>
        <SourceHealthText source={source} mark={mark} onRefusals={actions.onRefusals} />
      </td>
      <td className={styles['figure']}>
        {lastSuccessAt === null ? (
          t('health.never')
        ) : (
          <AgeSentence at={lastSuccessAt} say={(age) => t('health.lastSuccess', { age })} />
        )}
      </td>
      <td className={styles['figure']}>
        <NextTry source={source} mark={mark} />
      </td>
      <td className={styles['figure']}>{source.health.records.toLocaleString(i18n.language)}</td>
      <td>
        <div className={styles['actions']}>
          {maySync && (
            <Button onPress={actions.onSync} isDisabled={mark === 'paused' || mark === 'working'}>
              <RefreshIcon /> {t('action.syncNow')}
            </Button>
          )}
          {mayChange && (
            <Menu
              label={t('action.more', { source: source.name })}
              trigger={
                <IconButton label={t('action.more', { source: source.name })}>
                  <MoreIcon />
                </IconButton>
              }
              sections={[
                {
                  id: 'actions',
                  choices: [
                    { id: 'edit', label: t('action.edit'), onAction: () => navigate(sourcePath(source.id)) },
                    {
                      id: 'toggle',
                      label: t(source.enabled ? 'action.pause' : 'action.resume'),
                      onAction: actions.onToggle,
                    },
                    { id: 'remove', label: t('action.remove'), onAction: actions.onRemove },
                  ],
                },
              ]}
            />
          )}
        </div>
      </td>
    </tr>
  )
}

function NextTry({ source, mark }: { source: Source; mark: SourceMark }) {
  const { t } = useTranslation('sources')
  const { nextAttemptAt } = source.health
  const left = useTicking((now) =>
    nextAttemptAt === null ? null : Math.ceil((nextAttemptAt - now) / 1_000) * 1_000,
  )
  if (left === null || mark === 'paused') return t('health.noNext')
  if (mark === 'working' || left <= 0) return t('health.nextNow')
  return t('health.next', { time: formatCountdown(left) })
}
