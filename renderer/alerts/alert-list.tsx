import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useMay } from '../app/client.tsx'
import { paths } from '../app/paths.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { FailedAcknowledgements } from './failed-acknowledgements.tsx'
import styles from './alert-list.module.css'
import { alertLines } from './alert-order.ts'
import { AlertTable } from './alert-table.tsx'
import { useAlerts } from './alerts-context.tsx'
import { SoundNote } from './sound-note.tsx'

/** Every alert that stands, breached first; acknowledged ones say by whom. */
export function AlertList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['alerts', 'app'])
  const [, navigate] = useLocation()
  const mayAcknowledge = useMay('operator')
  const { alerts, acknowledge } = useAlerts()
  const [hidesSeen, setHidesSeen] = useState(false)
  const shown = useMemo(
    () => alerts.filter((alert) => !hidesSeen || alert.acknowledged === null),
    [alerts, hidesSeen],
  )
  const lines = useMemo(() => alertLines(shown), [shown])
  const unseen = shown.filter((alert) => alert.acknowledged === null)

  return (
    <>
      <header className={styles['header']}>
        <h2>{t('title')}</h2>
        <CheckboxField label={t('list.hideSeen')} isSelected={hidesSeen} onChange={setHidesSeen} />
        <span className={styles['spacer']} />
        {mayAcknowledge && shown.length > 0 && (
          <Button isDisabled={unseen.length === 0} onPress={() => acknowledge(unseen)}>
            {unseen.length === 0 ? t('list.allSeen') : t('list.all', { count: unseen.length })}
          </Button>
        )}
        <IconButton label={t('app:actions.close')} onPress={onClose}>
          <CloseIcon />
        </IconButton>
      </header>
      <FailedAcknowledgements />
      {lines.length === 0 ? (
        <NoAlerts total={alerts.length} />
      ) : (
        <AlertTable lines={lines} onClose={onClose} mayAcknowledge={mayAcknowledge} />
      )}
      <footer className={styles['footer']}>
        {mayAcknowledge ? (
          <span className={styles['keys']}>
            <Kbd keys="j k" /> {t('list.keys.move')} <Kbd keys="Enter" /> {t('list.keys.open')}{' '}
            <Kbd keys="a" /> {t('list.keys.acknowledge')}
          </span>
        ) : (
          <span>{t('list.mayLook')}</span>
        )}
        <span className={styles['spacer']} />
        <Button
          variant="quiet"
          onPress={() => {
            onClose()
            navigate(`${paths.settings}/attention`)
          }}
        >
          {t('list.settings')}
        </Button>
      </footer>
      <SoundNote />
    </>
  )
}

function NoAlerts({ total }: { total: number }) {
  const { t } = useTranslation('alerts')
  const { isLoading } = useAlerts()
  const words = isLoading
    ? t('list.waiting')
    : total === 0
      ? t('list.none')
      : t('list.noneUnseen', { count: total })
  return <p className={styles['none']}>{words}</p>
}
