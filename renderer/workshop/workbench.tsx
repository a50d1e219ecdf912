import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicySummary } from '../../shared/contract/policies.ts'
import { useMay } from '../app/client.tsx'
import { useKeys } from '../app/keys.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { CalendarPanel } from './calendar-panel.tsx'
import { ChecksPanel } from './checks-panel.tsx'
import { CodeEditor, type EditorHandle } from './code-editor.tsx'
import { ContractHeader } from './contract-header.tsx'
import { ContractNotices } from './contract-notices.tsx'
import type { Draft } from './drafts.ts'
import type { ListEntry } from './list-entries.ts'
import { nameOf, versionOf } from './policy-text.ts'
import { ProblemList } from './problem-list.tsx'
import { RaiseDialog } from './raise-dialog.tsx'
import { RehearsalPanel } from './rehearsal-panel.tsx'
import { useCalendarChoice } from './use-calendar-choice.ts'
import { type TextProblem, usePolicyCheck } from './use-policy-check.ts'
import { useRehearsal } from './use-rehearsal.ts'
import { useSaving } from './use-saving.ts'
import styles from './workbench.module.css'

export interface WorkbenchProps {
  entry: ListEntry
  policies: readonly PolicySummary[]
  /** Whether its draft was begun just now, so that the editor takes the focus. */
  isJustBegun: boolean
  onFocusTaken: () => void
  onEdit: (policy: PolicySummary) => void
  onCopy: (policy: PolicySummary) => void
  onType: (draft: Draft) => void
  onDiscard: () => void
  areDraftsKept: boolean
  /** What was done last, in one sentence. */
  notice: string | null
  onDismiss: () => void
  onSaved: (policy: PolicySummary) => void
  /** The hub knows more than this page: it holds another version, or other rules. */
  onRefused: () => void
  onRemoved: (policy: PolicySummary) => void
}

const TABS = ['checks', 'calendar', 'rehearsal'] as const

/** One contract under the hands: its text, what is wrong with it, its calendars, and what past tickets would be. */
export function Workbench(props: WorkbenchProps) {
  const { entry, policies, isJustBegun, onFocusTaken, onType } = props
  const { draft, policy } = entry
  const { t } = useTranslation('workshop')
  const mayTry = useMay('operator')
  const maySave = useMay('admin')
  const editor = useRef<EditorHandle>(null)
  const [tab, setTab] = useState<(typeof TABS)[number]>('checks')
  const [calendar, setCalendar] = useCalendarChoice()
  const text = draft?.text ?? policy?.text ?? ''
  const { checked, lastGood, isCurrent, error } = usePolicyCheck(entry.address, text)
  const rehearsed = policies.find(({ id }) => id === (policy?.id ?? draft?.basedOn.policyId)) ?? null
  const rehearsal = useRehearsal(rehearsed?.id ?? null)

  function jumpTo(problem: TextProblem | undefined): void {
    if (problem !== undefined) editor.current?.jumpTo(problem)
  }
  const saving = useSaving({
    text,
    policies,
    apply: (edits) => editor.current?.apply(edits),
    onSaved: props.onSaved,
    onRefused(problem) {
      jumpTo(problem)
      props.onRefused()
    },
  })
  const { refusal } = saving
  const problems = useMemo(() => {
    const found = checked?.problems ?? []
    return refusal !== null && refusal.text === checked?.text ? [...found, refusal.problem] : found
  }, [checked, refusal])
  const isBroken = isCurrent && problems.length > 0

  function save(): void {
    if (isBroken) jumpTo(problems[0])
    else if (draft !== null && maySave && !saving.isPending) saving.save()
  }

  function rehearse(): void {
    if (isBroken) jumpTo(problems[0])
    else if (mayTry && isCurrent) {
      setTab('rehearsal')
      rehearsal.start(text)
    }
  }

  useKeys(t('title'), [
    ...(draft === null ? [] : [{ keys: 'Mod+s', label: t('keys.save'), run: save }]),
    ...(mayTry ? [{ keys: 'Mod+enter', label: t('keys.rehearse'), run: rehearse }] : []),
  ])

  return (
    <div className={styles['workbench']}>
      <section className={styles['writing']} aria-label={entry.name}>
        <ContractHeader
          entry={entry}
          name={nameOf(text) ?? entry.name}
          version={versionOf(text)}
          onEdit={props.onEdit}
          onCopy={props.onCopy}
          onDiscard={props.onDiscard}
          onRemoved={props.onRemoved}
          onSave={save}
          isSaving={saving.isPending}
          isBroken={isBroken}
        />
        <ContractNotices
          entry={entry}
          areDraftsKept={props.areDraftsKept}
          notice={props.notice}
          onDismiss={props.onDismiss}
          error={saving.error}
        />
        <CodeEditor
          ref={editor}
          label={t('editor.label', { name: entry.name })}
          text={text}
          onChange={(typed) => {
            if (draft !== null) onType({ ...draft, text: typed })
          }}
          isReadOnly={draft === null}
          takesFocus={isJustBegun}
          onFocusTaken={onFocusTaken}
          problems={problems}
          problemsOf={checked?.text ?? ''}
        />
        <ProblemList
          problems={problems}
          isChecking={!isCurrent && error === null}
          error={error}
          isReadOnly={draft === null}
          onJump={jumpTo}
        />
      </section>
      <aside className={styles['effects']} aria-label={t('tabs.label')}>
        <Tabs
          label={t('tabs.label')}
          selected={tab}
          onSelect={(chosen) => setTab(TABS.find((name) => name === chosen) ?? 'checks')}
          tabs={[
            {
              id: 'checks',
              label: t('tabs.checks'),
              content: (
                <ChecksPanel problems={problems} checked={checked} onJump={() => jumpTo(problems[0])} />
              ),
            },
            {
              id: 'calendar',
              label: t('tabs.calendar'),
              content: (
                <CalendarPanel
                  address={entry.address}
                  text={text}
                  good={lastGood}
                  choice={calendar}
                  onChoose={setCalendar}
                  onEdit={draft === null ? null : (edit) => editor.current?.apply([edit])}
                />
              ),
            },
            ...(mayTry
              ? [
                  {
                    id: 'rehearsal',
                    label: t('tabs.rehearsal'),
                    content: (
                      <RehearsalPanel
                        control={rehearsal}
                        contract={rehearsed}
                        text={text}
                        isBroken={isBroken}
                        isCurrent={isCurrent}
                        onStart={rehearse}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      </aside>
      <RaiseDialog saving={saving} />
    </div>
  )
}
