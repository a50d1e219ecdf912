import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

export interface ScreenGuardProps {
  children: ReactNode
  /** Stands in place of the screen that failed. */
  fallback?: ReactNode
}

/** A fault while drawing one screen must not take the others down. React offers this only to classes. */
export class ScreenGuard extends Component<ScreenGuardProps, { hasFailed: boolean }> {
  override readonly state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    // The browser's own report reaches the console and, under Electron, the shell's log.
    reportError(error instanceof Error ? error : new Error(`${String(error)}${info.componentStack ?? ''}`))
  }

  override render(): ReactNode {
    const { children, fallback = <FailedScreen /> } = this.props
    return this.state.hasFailed ? fallback : children
  }
}

function FailedScreen() {
  const { t } = useTranslation('app')
  return (
    <EmptyState
      title={t('errors.screen')}
      actions={<Button onPress={() => window.location.reload()}>{t('actions.reload')}</Button>}
    />
  )
}
