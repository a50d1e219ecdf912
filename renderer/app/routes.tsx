import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { BoardScreen } from '../boards/board-screen.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailedWall } from '../wall/failed-wall.tsx'
import { AppFrame } from './app-frame.tsx'
import { useAppInfo, useConnection } from './client.tsx'
import { paths } from './paths.ts'
import { ScreenGuard } from './screen-guard.tsx'
import { SignIn } from './sign-in.tsx'

// The board is what the program is opened for; the other screens are fetched when first wanted.
const StatusScreen = lazy(async () => ({
  default: (await import('../status/status-screen.tsx')).StatusScreen,
}))
const AnalysisScreen = lazy(async () => ({
  default: (await import('../analysis/analysis-screen.tsx')).AnalysisScreen,
}))
const SourcesScreen = lazy(async () => ({
  default: (await import('../sources/sources-screen.tsx')).SourcesScreen,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('../settings/settings-screen.tsx')).SettingsScreen,
}))
const WorkshopScreen = lazy(async () => ({
  default: (await import('../workshop/workshop-screen.tsx')).WorkshopScreen,
}))
const AttainmentScreen = lazy(async () => ({
  default: (await import('../attainment/attainment-screen.tsx')).AttainmentScreen,
}))
const FirstRunScreen = lazy(async () => ({
  default: (await import('../first-run/first-run-screen.tsx')).FirstRunScreen,
}))
const WallScreen = lazy(async () => ({ default: (await import('../wall/wall-screen.tsx')).WallScreen }))

/** Which screen an address shows. A wall has no frame and never asks anybody to sign in. */
export function Screens() {
  const [location] = useLocation()
  const connection = useConnection()
  if (isWall(location)) {
    return (
      <ScreenGuard key="wall" fallback={<FailedWall />}>
        <Suspense>
          <WallScreen />
        </Suspense>
      </ScreenGuard>
    )
  }
  if (connection.kind === 'signed-out') return <SignIn />
  return (
    <AppFrame>
      <ScreenGuard key={location.split('/')[1]}>
        <Suspense>
          <FramedScreens />
        </Suspense>
      </ScreenGuard>
    </AppFrame>
  )
}

/** `#/wall`, or the plain address `/wall` that a wall's link leads to, as long as nothing else was asked for. */
function isWall(location: string): boolean {
  if (location === paths.wall || location.startsWith(`${paths.wall}/`)) return true
  return window.location.pathname === paths.wall && location === '/'
}

function FramedScreens() {
  const { t } = useTranslation('app')
  const isFirstRun = useAppInfo()?.firstRun === true
  return (
    <Switch>
      <Route path="/">
        <Redirect to={isFirstRun ? paths.firstRun : paths.board} replace />
      </Route>
      <Route path={`${paths.board}/*?`}>
        {isFirstRun ? <Redirect to={paths.firstRun} replace /> : <BoardScreen />}
      </Route>
      <Route path={`${paths.status}/*?`} component={StatusScreen} />
      <Route path={`${paths.analysis}/*?`} component={AnalysisScreen} />
      <Route path={`${paths.sources}/*?`} component={SourcesScreen} />
      <Route path={`${paths.settings}/*?`} component={SettingsScreen} />
      <Route path={`${paths.workshop}/*?`} component={WorkshopScreen} />
      <Route path={`${paths.attainment}/*?`} component={AttainmentScreen} />
      <Route path={paths.firstRun} component={FirstRunScreen} />
      <Route>
        <EmptyState title={t('errors.noSuchScreen')} />
      </Route>
    </Switch>
  )
}
