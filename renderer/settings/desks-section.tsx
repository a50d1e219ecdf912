import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../shared/contract/settings.ts'
import { useMay } from '../app/client.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { isTimeZone } from '../ui/time-zone.ts'
import { DeskEditor } from './desk-editor.tsx'
import { deskId } from './desk-hours.ts'
import { SaveBar } from './save-bar.tsx'
import styles from './settings.module.css'
import { useSettingsDraft } from './use-settings-draft.ts'

/** The roster: desks with their zones and weekly hours. */
export function DesksSection() {
  const { t } = useTranslation('settings')
  const mayChange = useMay('admin')
  const settings = useSettingsDraft()
  /** Desks with hours that cannot be read; those texts are in the editor only. */
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set())
  const { draft } = settings
  if (draft === undefined) {
    return settings.query.error === null ? (
      <Skeleton width="60%" />
    ) : (
      <FailureNote error={settings.query.error} />
    )
  }
  const { desks } = draft

  function add(): void {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const taken = desks.map((desk) => desk.id)
    const desk = { id: deskId(t('desks.newName'), taken), name: '', timeZone: zone, hours: {} }
    settings.change({ desks: [...desks, desk] })
  }

  function change(index: number, desk: Desk): void {
    settings.change({ desks: desks.with(index, desk) })
  }

  function markUnreadable(id: string, isUnreadable: boolean): void {
    setUnreadable((held) => {
      const next = new Set(held)
      if (isUnreadable) next.add(id)
      else next.delete(id)
      return next
    })
  }

  const isValid = desks.every(
    (desk) => desk.name.trim() !== '' && isTimeZone(desk.timeZone) && !unreadable.has(desk.id),
  )
  return (
    <div className={styles['section']}>
      {!mayChange && <Banner tone="information">{t('readOnly')}</Banner>}
      <p className={styles['muted']}>{t('desks.lead')}</p>
      {desks.length === 0 && <p>{t('desks.none')}</p>}
      {desks.map((desk, index) => (
        <DeskEditor
          key={desk.id}
          desk={desk}
          isReadOnly={!mayChange}
          onChange={(changed) => change(index, changed)}
          onUnreadable={(isUnreadable) => markUnreadable(desk.id, isUnreadable)}
          onRemove={() => {
            markUnreadable(desk.id, false)
            settings.change({ desks: desks.filter((held) => held.id !== desk.id) })
          }}
        />
      ))}
      {mayChange && (
        <div>
          <Button onPress={add}>
            <PlusIcon /> {t('desks.add')}
          </Button>
        </div>
      )}
      <SaveBar settings={settings} isValid={isValid} />
    </div>
  )
}
