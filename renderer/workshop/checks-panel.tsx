import { useTranslation } from 'react-i18next'
import type { PolicyCheck } from '../../shared/contract/policies.ts'
import { Button } from '../ui/button.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import styles from './checks-panel.module.css'
import type { CheckedText, TextProblem } from './use-policy-check.ts'

export interface ChecksPanelProps {
  problems: readonly TextProblem[]
  checked: CheckedText | null
  /** Shows the first problem in the text. */
  onJump: () => void
}

/** Whether the text can be used, and whether its worked examples come out as it says they must. */
export function ChecksPanel({ problems, checked, onJump }: ChecksPanelProps) {
  const { t } = useTranslation('workshop')
  if (checked === null) return <p className={styles['muted']}>{t('problems.checking')}</p>
  if (problems.length > 0) {
    return (
      <div className={styles['panel']}>
        <p>
          <StateMark state="breached" /> <strong>{t('checks.broken', { count: problems.length })}</strong>
        </p>
        <p className={styles['muted']}>
          {t('checks.brokenHow')} {t('checks.waiting')}
        </p>
        <div>
          <Button onPress={onJump}>{t('checks.first')}</Button>
        </div>
      </div>
    )
  }
  const examples = checked.policy?.examples ?? []
  const failed = examples.filter(({ failures }) => failures.length > 0).length
  return (
    <div className={styles['panel']}>
      <p>
        <StateMark state={failed === 0 ? 'ok' : 'degraded'} />{' '}
        <strong>{failed === 0 ? t('checks.good') : t('checks.doubtful', { count: failed })}</strong>
      </p>
      <h3>{t('checks.examples')}</h3>
      <Examples examples={examples} />
    </div>
  )
}

type Example = NonNullable<PolicyCheck['policy']>['examples'][number]

function Examples({ examples }: { examples: readonly Example[] }) {
  const { t } = useTranslation('workshop')
  if (examples.length === 0) return <p className={styles['muted']}>{t('checks.noExamples')}</p>
  const passed = examples.filter(({ failures }) => failures.length === 0).length
  return (
    <>
      <p className={styles['muted']}>{t('checks.passed', { count: passed, total: examples.length })}</p>
      <ul className={styles['examples']}>
        {failedFirst(examples).map((example, position) => (
          // oxlint-disable-next-line react/no-array-index-key -- two examples may have one name
          <li key={`${position} ${example.name}`} className={styles['example']}>
            <StateMark
              state={example.failures.length === 0 ? 'ok' : 'breached'}
              label={t(example.failures.length === 0 ? 'checks.pass' : 'checks.fail')}
            />
            <div>
              {example.name}
              {example.failures.map((failure) => (
                <p key={failure} className={styles['failure']}>
                  {failure}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function failedFirst(examples: readonly Example[]): Example[] {
  return examples.toSorted((a, b) => Number(b.failures.length > 0) - Number(a.failures.length > 0))
}
