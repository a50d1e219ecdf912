import { memo, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Source } from '../../shared/records/source.ts'
import { useLive } from '../app/client.tsx'
import { paths, ticketPath, ticketPlace } from '../app/paths.ts'
import { StatusStrip } from '../status/status-strip.tsx'
import { TicketDrawer } from '../ticket/ticket-drawer.tsx'
import { BoardContent } from './board-content.tsx'
import { focusGrid } from './board-focus.ts'
import { BoardNotices } from './board-notices.tsx'
import styles from './board-screen.module.css'
import { BoardToolbar } from './board-toolbar.tsx'
import { BoardWatches } from './board-watches.tsx'
import { type BoardView, WHOLE_BOARD } from './board-view.ts'
import { moveActive } from './move-active.ts'
import { useBoardKeys } from './use-board-keys.ts'
import { useBoardLines } from './use-board-lines.ts'
import { useDeskNames } from './use-desk-names.ts'
import { useStaleSources } from './use-stale-sources.ts'

/** Apart from the rest, so that moving through the rows does not draw it again. */
const AboveTheBoard = memo(function AboveTheBoard(props: {
  sources: readonly Source[]
  withoutContract: number
}) {
  return (
    <>
      <StatusStrip />
      <BoardNotices {...props} />
    </>
  )
})

/** The SLA board: what breaches next, in whose court it is, and the drawer of the case one looks at. */
export function BoardScreen() {
  const { t } = useTranslation('board')
  const board = useLive('board')
  const sources = useLive('sources').values
  const [view, setView] = useState<BoardView>(WHOLE_BOARD)
  const [chosenId, setChosenId] = useState<string | null>(null)
  // wouter's own location hook decodes half of what encodeURIComponent encodes; the hash as it stands is exact.
  const [location, navigate] = useHashLocation()
  const place = ticketPlace(location)
  const lines = useBoardLines(board.values, view)
  const shownCount = useMemo(() => lines.filter((line) => line.kind === 'row').length, [lines])
  const withoutContract = useMemo(
    () => board.values.filter((row) => row.policyId === null).length,
    [board.values],
  )
  const deskNames = useDeskNames()
  const staleSources = useStaleSources(sources)
  const activeId = place?.ticketId ?? chosenId

  const selectWatch = useCallback((watch: string | null) => setView((held) => ({ ...held, watch })), [])
  const open = useCallback(
    (ticketId: string) => {
      setChosenId(ticketId)
      navigate(ticketPath(ticketId))
    },
    [navigate],
  )
  function move(by: number | 'first' | 'last'): void {
    const next = moveActive(lines, activeId, by)
    if (next === null) return
    setChosenId(next)
    // With the drawer open, moving reads on from case to case.
    if (place !== null) navigate(ticketPath(next), { replace: true })
  }
  function close(): void {
    setChosenId(activeId)
    navigate(paths.board)
    focusGrid()
  }

  useBoardKeys({ view, setView, activeId, isOpen: place !== null, move, open, close, lines })

  return (
    <div className={styles['screen']}>
      <section className={styles['board']} aria-label={t('title')}>
        <AboveTheBoard sources={sources} withoutContract={withoutContract} />
        <BoardWatches selected={view.watch} onSelect={selectWatch} />
        <BoardToolbar rows={board.values} shownCount={shownCount} view={view} onView={setView} />
        <BoardContent
          board={board}
          sources={sources}
          lines={lines}
          view={view}
          onView={setView}
          table={{ deskNames, staleSources, activeId, onOpen: open, onMove: move }}
        />
      </section>
      {place !== null && (
        <TicketDrawer
          key={place.ticketId}
          ticketId={place.ticketId}
          clockId={place.clockId}
          row={board.byKey.get(place.ticketId) ?? null}
          onClose={close}
        />
      )}
    </div>
  )
}
