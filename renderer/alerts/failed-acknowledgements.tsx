import { useTranslation } from 'react-i18next'
import { useDescribeError } from '../app/describe-error.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useAlerts } from './alerts-context.tsx'

/** That the last acknowledging failed, why, and a way to try it again; nothing otherwise. */
export function FailedAcknowledgements() {
  const { t } = useTranslation(['alerts', 'app'])
  const describe = useDescribeError()
  const { failed, acknowledge, forgetFailure } = useAlerts()
  if (failed === null) return null
  return (
    <ErrorNote
      actions={
        <>
          <Button onPress={() => acknowledge(failed.alerts)}>{t('app:actions.retry')}</Button>
          <Button variant="quiet" onPress={forgetFailure}>
            {t('app:actions.close')}
          </Button>
        </>
      }
    >
      {t('failed', { count: failed.alerts.length })} {describe(failed.error)}
    </ErrorNote>
  )
}
