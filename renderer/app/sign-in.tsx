import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useHub } from './client.tsx'
import { openSession, type SignInProblem } from './session.ts'
import styles from './sign-in.module.css'

/** Shown when a hub that is reachable by others wants to know who asks. Never on a wall. */
export function SignIn() {
  const { t } = useTranslation('app')
  const { connection } = useHub()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<SignInProblem | null>(null)
  const [isPending, setPending] = useState(false)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setPending(true)
    const found = await openSession(name.trim(), password)
    setPending(false)
    setProblem(found)
    if (found !== null) return
    setPassword('')
    connection.retryNow()
  }

  return (
    <main className={styles['page']}>
      <form className={styles['form']} onSubmit={(event) => void submit(event)}>
        <h1>{t('signIn.title')}</h1>
        <p>{t('signIn.why')}</p>
        {problem !== null && <ErrorNote>{t(`signIn.problems.${problem}`)}</ErrorNote>}
        <TextField
          label={t('signIn.name')}
          value={name}
          onChange={setName}
          autoComplete="username"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only thing this page is for
          autoFocus
          isRequired
        />
        <TextField
          label={t('signIn.password')}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          isRequired
        />
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('signIn.submit')}
        </Button>
      </form>
    </main>
  )
}
