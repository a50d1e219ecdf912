import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordFolder } from '../../shared/contract/records.ts'
import { useClient } from '../app/client.tsx'
import { refusalOf } from '../app/describe-error.ts'
import { useAction } from '../app/use-action.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import { isTimeZone } from '../ui/time-zone.ts'
import { ProfileField } from './profile-field.tsx'
import styles from './record-panel.module.css'

export interface FolderFormProps {
  folder: RecordFolder
  onClose: () => void
  onSaved: () => void
}

/** Which folder is watched, for which files, and how these are read. */
export function FolderForm({ folder, onClose, onSaved }: FolderFormProps) {
  const { t } = useTranslation(['records', 'app'])
  const client = useClient()
  const [draft, setDraft] = useState(folder)
  const [isTried, setTried] = useState(false)
  const saving = useAction(() => client.records.saveFolder(draft))
  const refusal = refusalOf(saving.error)
  const isComplete =
    [draft.name, draft.path, draft.pattern].every((text) => text.trim() !== '') && isTimeZone(draft.timeZone)

  function change(changed: Partial<RecordFolder>): void {
    saving.clearError()
    setDraft({ ...draft, ...changed })
  }

  function errorOf(place: 'name' | 'path' | 'pattern'): string | null {
    if (refusal?.place === place) return refusal.reason
    return isTried && draft[place].trim() === '' ? t('records:folders.needed') : null
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (isComplete && (await saving.run(undefined))) onSaved()
  }

  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)} noValidate>
      <div className={styles['pair']}>
        <TextField
          label={t('records:folders.name')}
          value={draft.name}
          onChange={(name) => change({ name })}
          maxLength={100}
          error={errorOf('name')}
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form was opened to be filled in
          autoFocus
        />
        <TextField
          label={t('records:folders.pattern')}
          help={t('records:folders.patternHelp')}
          value={draft.pattern}
          onChange={(pattern) => change({ pattern })}
          maxLength={200}
          error={errorOf('pattern')}
          isRequired
          spellCheck="false"
        />
      </div>
      <TextField
        label={t('records:folders.path')}
        value={draft.path}
        onChange={(path) => change({ path })}
        maxLength={4096}
        error={errorOf('path')}
        isRequired
        spellCheck="false"
      />
      <div className={styles['pair']}>
        <TextField
          label={t('records:drop.zone')}
          value={draft.timeZone}
          onChange={(timeZone) => change({ timeZone: timeZone.trim() })}
          error={isTimeZone(draft.timeZone) ? null : t('records:drop.badZone')}
          spellCheck="false"
        />
        <ProfileField profileId={draft.profileId} onChange={(profileId) => change({ profileId })} />
      </div>
      <CheckboxField
        label={t('records:folders.enabled')}
        isSelected={draft.enabled}
        onChange={(enabled) => change({ enabled })}
      />
      <div className={styles['buttons']}>
        <Button type="submit" variant="primary" isPending={saving.isPending}>
          {t('records:folders.save')}
        </Button>
        <Button onPress={onClose}>{t('app:actions.cancel')}</Button>
      </div>
      {refusal === null && <FailureNote error={saving.error} />}
    </form>
  )
}
