import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attention } from '../../shared/contract/alerts.ts'
import { SoundNote } from '../alerts/sound-note.tsx'
import { useAlerts } from '../alerts/alerts-context.tsx'
import { useAction } from '../app/use-action.ts'
import { useDeskNames } from '../boards/use-desk-names.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { areQuietHoursValid, QuietHoursFields } from './quiet-hours-fields.tsx'
import { RightNow } from './right-now.tsx'
import styles from './settings.module.css'

/** Stands for "no desk" in the list; no desk has an empty id. */
const NO_DESK = ''

/** `stored` as it is edited; only what differs can be saved. */
export function AttentionForm({ stored }: { stored: Attention }) {
  const { t } = useTranslation('alerts')
  const { attention, chime } = useAlerts()
  const desks = useDeskNames()
  const [edits, setEdits] = useState<Partial<Attention> | null>(null)
  const [isSaved, setSaved] = useState(false)
  const saving = useAction(attention.save)
  const draft: Attention = { ...stored, ...edits }
  const isValid = draft.quietHours === null || areQuietHoursValid(draft.quietHours)

  function change(part: Partial<Attention>): void {
    setSaved(false)
    setEdits((held) => ({ ...held, ...part }))
  }

  async function save(): Promise<void> {
    if (!(await saving.run(draft))) return
    setEdits(null)
    setSaved(true)
  }

  const choices = [
    { value: NO_DESK, label: t('attention.noDesk') },
    ...Array.from(desks, ([value, label]) => ({ value, label })),
  ]
  const { deskId } = draft
  if (deskId !== null && !desks.has(deskId)) {
    choices.push({ value: deskId, label: t('attention.goneDesk', { id: deskId }) })
  }

  return (
    <>
      <Panel title={t('list.settings')}>
        <div className={styles['stack']}>
          <div className={styles['narrow']}>
            <SelectField
              label={t('attention.desk')}
              help={t('attention.deskHelp')}
              value={deskId ?? NO_DESK}
              onChange={(value) => change({ deskId: value === NO_DESK ? null : value })}
              choices={choices}
            />
          </div>
          <QuietHoursFields quietHours={draft.quietHours} onChange={(quietHours) => change({ quietHours })} />
          <CheckboxField
            label={t('attention.sound')}
            help={t('attention.soundHelp')}
            isSelected={draft.sound}
            onChange={(sound) => change({ sound })}
          />
          <div className={styles['buttons']}>
            <Button onPress={chime.play}>{t('attention.try')}</Button>
            <SoundNote isAlways />
          </div>
        </div>
      </Panel>
      {isValid && <RightNow attention={draft} />}
      <div className={styles['saveBar']}>
        <FailureNote error={saving.error} />
        {isSaved && edits === null && <Banner tone="good">{t('attention.saved')}</Banner>}
        {edits !== null && (
          <div className={styles['buttons']}>
            <Button
              variant="primary"
              isDisabled={!isValid}
              isPending={saving.isPending}
              onPress={() => void save()}
            >
              {t('attention.save')}
            </Button>
            <Button
              onPress={() => {
                setEdits(null)
                saving.clearError()
              }}
            >
              {t('attention.discard')}
            </Button>
          </div>
        )}
      </div>
    </>
  )
}
