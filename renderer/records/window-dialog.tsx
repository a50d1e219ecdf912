import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './record-panel.module.css'
import { instantOfField, withinWindow } from './time-window.ts'

export interface WindowDialogProps {
  title: string
  recordSet: RecordSet
  /** What the window is put into. */
  condition: string | null
  onClose: () => void
  onUse: (condition: string) => void
}

/** From when to when, in the viewer's zone; written into the condition in UTC, so that it means the same everywhere. */
export function WindowDialog({ title, recordSet, condition, onClose, onUse }: WindowDialogProps) {
  const { t } = useTranslation(['records', 'app'])
  const { timeZone } = useViewerZone()
  const times = recordSet.columns.filter(({ kind }) => kind === 'time')
  const likeliest = times.find(({ role }) => role === 'start') ?? times[0]
  const [column, setColumn] = useState(likeliest?.name ?? '')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const begin = instantOfField(from)
  const end = instantOfField(to)
  const isReversed = begin !== null && end !== null && end <= begin
  const isReady = column !== '' && begin !== null && end !== null && !isReversed

  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t('app:actions.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!isReady}
            onPress={() => {
              if (begin !== null && end !== null) {
                onUse(withinWindow(condition, { column, from: begin, to: end }))
              }
            }}
          >
            {t('records:window.use')}
          </Button>
        </>
      }
    >
      {times.length === 0 ? (
        <Banner tone="warning">{t('records:window.noTime')}</Banner>
      ) : (
        <div className={styles['stack']}>
          <p className={styles['muted']}>{t('records:window.lead', { zone: timeZone })}</p>
          <SelectField
            label={t('records:window.column')}
            value={column}
            choices={times.map(({ name }) => ({ value: name, label: name }))}
            onChange={setColumn}
          />
          <TextField type="datetime-local" label={t('records:window.from')} value={from} onChange={setFrom} />
          <TextField
            type="datetime-local"
            label={t('records:window.to')}
            value={to}
            onChange={setTo}
            error={isReversed ? t('records:window.order') : null}
          />
        </div>
      )}
    </Dialog>
  )
}
