import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Attainment } from '../../shared/contract/attainment.ts'
import { useKeys } from '../app/keys.tsx'
import { useTicking } from '../app/now.tsx'
import { paths } from '../app/paths.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './attainment-screen.module.css'
import { AttainmentTable } from './attainment-table.tsx'
import { AttainmentToolbar } from './attainment-toolbar.tsx'
import { type AttainmentView, parseViewPath, viewPath } from './attainment-view.ts'
import { ChartPanel } from './chart-panel.tsx'
import { decided } from './counts.ts'
import { figuresOf } from './figures.ts'
import { monthOf } from './months.ts'
import { NothingChosen, NothingDecided, Stopped } from './no-figures.tsx'
import { Summary } from './summary.tsx'
import { useAttainmentReport } from './use-attainment-report.ts'
import { useContracts } from './use-contracts.ts'
import { useCsvDownload } from './use-csv-download.ts'
import { Working } from './working.tsx'

const NO_REPORT: Attainment = { kind: 'result', tickets: 0, notComputable: 0, rows: [], goals: [] }

/** What became of the promises: in words, by month, by contract. What is looked at stands in the address. */
export function AttainmentScreen() {
  const { t } = useTranslation('attainment')
  const [view, setView] = useView()
  const [isTable, setTable] = useState(false)
  const contracts = useContracts()
  const work = useAttainmentReport(view, view.timeZone)
  const csv = useCsvDownload(view)
  const runningMonth = useTicking((now) => monthOf(now, view.timeZone))
  const report = work.report ?? NO_REPORT
  const figures = useMemo(() => figuresOf(report, view, contracts), [report, view, contracts])

  useKeys(t('title'), [
    { keys: 'd', label: t('keys.csv'), run: csv.run },
    { keys: 't', label: t('keys.table'), run: () => setTable((shown) => !shown) },
    {
      keys: 'y',
      label: t('keys.grouping'),
      run: () => setView({ ...view, grouping: view.grouping === 'severity' ? 'customer' : 'severity' }),
    },
    { keys: 'r', label: t('keys.compute'), run: work.computeAgain },
  ])

  function showAll(): void {
    setView({ ...view, policyId: null, customer: null, metric: null, severity: null, goal: null })
  }

  const isEmpty = report.rows.length === 0 && report.goals.length === 0
  const isNothingChosen = decided(figures.counts) + figures.counts.excluded + figures.goals.length === 0
  return (
    <section className={styles['screen']} aria-label={t('title')}>
      <AttainmentToolbar
        view={view}
        onView={setView}
        choices={figures.choices}
        metric={figures.metric}
        contracts={contracts}
        runningMonth={runningMonth}
        csv={csv}
      />
      <FailureNote error={csv.error} />
      {/* Read out: a browser tells a screen reader nothing of a download. */}
      <output className={styles['unseen']}>
        {csv.savedAs === null ? '' : t('csv.done', { file: csv.savedAs })}
      </output>
      {work.isWorking && (
        <Working progress={work.progress} onCancel={work.cancel} isAgain={work.report !== null} />
      )}
      {work.error !== null && (
        <FailureNote
          error={work.error}
          actions={<Button onPress={work.computeAgain}>{t('computeAgain')}</Button>}
        />
      )}
      {work.report === null ? (
        <Waiting
          isCancelled={work.isCancelled}
          hasFailed={work.error !== null}
          onComputeAgain={work.computeAgain}
        />
      ) : isEmpty ? (
        <NothingDecided />
      ) : (
        <>
          <Summary
            view={view}
            figures={figures}
            contracts={contracts}
            runningMonth={runningMonth}
            notComputable={report.notComputable}
            tickets={report.tickets}
            computedAt={work.computedAt}
            onComputeAgain={work.computeAgain}
          />
          {isNothingChosen ? (
            <NothingChosen onShowAll={showAll} />
          ) : (
            <>
              <ChartPanel
                view={view}
                onView={setView}
                figures={figures}
                runningMonth={runningMonth}
                isTable={isTable}
                onTable={setTable}
              />
              <AttainmentTable view={view} onView={setView} groups={figures.groups} />
            </>
          )}
        </>
      )}
    </section>
  )
}

/** The view of the address; the address is completed, so that whoever is sent it sees the same months and zone. */
function useView(): [AttainmentView, (view: AttainmentView) => void] {
  const { timeZone } = useViewerZone()
  // wouter's own location hook decodes half of what was encoded; the hash as it stands is exact.
  const [location, navigate] = useHashLocation()
  const path = useTicking((now) => viewPath(parseViewPath(location, now, timeZone)))
  const view = useMemo(() => parseViewPath(path, 0, timeZone), [path, timeZone])
  useEffect(() => {
    if (location.startsWith(paths.attainment) && location !== path) navigate(path, { replace: true })
  }, [location, path, navigate])
  return [view, (next) => navigate(viewPath(next), { replace: true })]
}

interface WaitingProps {
  isCancelled: boolean
  hasFailed: boolean
  onComputeAgain: () => void
}

/** There are no figures yet: because they are computed, were stopped, or could not be had. */
function Waiting({ isCancelled, hasFailed, onComputeAgain }: WaitingProps) {
  if (isCancelled) return <Stopped onComputeAgain={onComputeAgain} />
  if (hasFailed) return null
  return (
    <div className={styles['skeleton']}>
      {['60%', '100%', '92%', '96%', '70%'].map((width) => (
        <Skeleton key={width} width={width} />
      ))}
    </div>
  )
}
