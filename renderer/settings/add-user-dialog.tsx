import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../shared/contract/roles.ts'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './settings.module.css'

const ROLES = ['viewer', 'operator', 'lead', 'admin'] as const satisfies readonly Role[]
const USER_NAME = /^[a-z0-9][a-z0-9._-]{0,40}$/
const SHORTEST_PASSWORD = 12

/** A new user, or a new role and password for one that exists. */
export function AddUserDialog({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const { t } = useTranslation(['settings', 'app'])
  const formId = useId()
  const client = useClient()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [password, setPassword] = useState('')
  const [wasSent, setWasSent] = useState(false)
  const add = useAction(() => client.access.addUser({ name, role, password }))
  const isNameWrong = !USER_NAME.test(name)
  const isTooShort = password.length < SHORTEST_PASSWORD

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setWasSent(true)
    if (!isNameWrong && !isTooShort && (await add.run(undefined))) onAdded()
  }

  return (
    <Dialog
      title={t('settings:access.addUserTitle')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t('app:actions.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={add.isPending}>
            {t('settings:access.add')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['stack']} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t('settings:access.name')}
          help={t('settings:access.nameHelp')}
          isRequired
          autoComplete="off"
          spellCheck="false"
          value={name}
          onChange={setName}
          error={wasSent && isNameWrong ? t('settings:access.badName') : undefined}
        />
        <SelectField
          label={t('settings:access.role')}
          help={t(`settings:access.roleHelp.${role}`)}
          value={role}
          onChange={setRole}
          choices={ROLES.map((value) => ({ value, label: t(`settings:access.roles.${value}`) }))}
        />
        <TextField
          label={t('settings:access.password')}
          help={t('settings:access.passwordHelp')}
          type="password"
          autoComplete="new-password"
          isRequired
          value={password}
          onChange={setPassword}
          error={wasSent && isTooShort ? t('settings:access.shortPassword') : undefined}
        />
        <FailureNote error={add.error} />
      </form>
    </Dialog>
  )
}
