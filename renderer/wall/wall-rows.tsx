import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../app/client.tsx'
import { useNow } from '../app/now.tsx'
import { useInterval } from '../app/use-interval.ts'
import { compareConsequence } from '../boards/consequence-order.ts'
import { rowState } from '../boards/row-state.ts'
import { classes } from '../ui/classes.ts'
import hatch from '../ui/hatch.module.css'
import { useBox } from './use-box.ts'
import { wallPage } from './wall-pages.ts'
import { WallRow } from './wall-row.tsx'
import styles from './wall-rows.module.css'

/** Height of a row in parts of the font size, as in `wall-rows.module.css`. */
const ROW_EMS = 1.56

export interface WallRowsProps {
  fontPx: number
  pageSeconds: number
  /** The hub is not connected: what stands here is the last truth. */
  isOld: boolean
}

/** Open cases by consequence. Breached ones stay, the others take turns. */
export function WallRows({ fontPx, pageSeconds, isOld }: WallRowsProps) {
  const { t } = useTranslation('wall')
  const { values, state } = useLive('board')
  const sources = useLive('sources')
  const now = useNow()
  const { attach, height } = useBox()
  const [turn, setTurn] = useState(0)
  useInterval(pageSeconds * 1_000, () => setTurn((count) => count + 1))
  const ordered = useMemo(() => values.toSorted(compareConsequence), [values])
  const capacity = Math.max(1, Math.floor(height / (fontPx * ROW_EMS)))
  const shown = wallPage(ordered, (row) => rowState(row, now) === 'breached', capacity, turn)
  const hasTicketSource = sources.values.some((source) => source.role === 'tickets')

  return (
    <section className={styles['section']} aria-label={t('rows.label')}>
      <div
        ref={attach}
        className={classes(styles['rows'], isOld && hatch['hatched'], isOld && styles['old'])}
      >
        {state !== 'loading' && values.length === 0 && (
          <p className={styles['quiet']}>{hasTicketSource ? t('quiet') : t('noSources')}</p>
        )}
        {height > 0 && values.length > 0 && (
          <table className={styles['table']}>
            <colgroup>
              <col className={styles['markColumn']} />
              <col className={styles['severityColumn']} />
              <col className={styles['caseColumn']} />
              <col className={styles['customerColumn']} />
              <col />
              <col className={styles['metricColumn']} />
              <col className={styles['leftColumn']} />
            </colgroup>
            <tbody>
              {shown.pinned.map((row) => (
                <WallRow key={row.ticketId} row={row} />
              ))}
              {shown.page.map((row) => (
                <WallRow key={row.ticketId} row={row} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {shown.pageCount > 1 && (
        <p className={styles['pages']}>
          <span>{t('rows.page', { page: shown.pageIndex + 1, pages: shown.pageCount })}</span>
          {shown.pinned.length > 0 && <span>{t('rows.kept', { count: shown.pinned.length })}</span>}
          {shown.criticalInRotation > 0 && <span>{t('rows.more', { count: shown.criticalInRotation })}</span>}
        </p>
      )}
    </section>
  )
}
