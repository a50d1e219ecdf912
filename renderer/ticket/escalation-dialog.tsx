import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../shared/contract/settings.ts'
import type { StoredTicket } from '../../shared/contract/tickets.ts'
import type { EscalationStep } from '../../shared/records/escalation.ts'
import { useClient, useMay } from '../app/client.tsx'
import { usePreferences } from '../app/preferences.ts'
import { useAction } from '../app/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextAreaField, TextField } from '../ui/text-field.tsx'
import { CopyButton } from './copy-button.tsx'
import { DeskTime } from './desk-time.tsx'
import styles from './escalation-dialog.module.css'
import { type DraftLanguage, type EditedDrafts, useDraft } from './use-draft.ts'

/** The most the hub takes (`escalations.record`), in characters. */
const LONGEST_SUMMARY = 20_000
const DRAFT_LANGUAGES: readonly DraftLanguage[] = ['en', 'es']

export interface EscalationDialogProps {
  ticket: Pick<StoredTicket, 'ticketId' | 'caseNumber'>
  step: EscalationStep
  desk: Desk | null
  drafts: EditedDrafts
  onDrafts: (drafts: EditedDrafts) => void
  /** The hub has noted it: the step as it now stands. */
  onTaken: (step: EscalationStep) => void
  onClose: () => void
}

/** One step of the ladder: its summary to read, change and copy, and the note that it was sent. */
export function EscalationDialog(props: EscalationDialogProps) {
  const { ticket, step, desk, drafts, onDrafts, onTaken, onClose } = props
  const { t } = useTranslation('ticket')
  const client = useClient()
  const mayRecord = useMay('operator')
  const viewerLanguage = usePreferences().language
  const [language, setLanguage] = useState<DraftLanguage>(viewerLanguage)
  const place = { ticketId: ticket.ticketId, stepId: step.id }
  const { draft, query, change } = useDraft({ ...place, language, drafts, onDrafts })
  const summary = draft === null ? '' : `${draft.subject}\n\n${draft.text}`
  const problem = draft === null ? null : problemOf(draft.text, summary)
  const record = useAction(async () => onTaken(await client.escalations.record({ ...place, summary })))

  function problemOf(text: string, whole: string): string | null {
    if (text.trim() === '') return t('escalate.empty')
    if (whole.length <= LONGEST_SUMMARY) return null
    return t('escalate.tooLong', { most: LONGEST_SUMMARY, count: whole.length })
  }

  function send(): void {
    if (!record.isPending && draft !== null && problem === null) void record.run(undefined)
  }

  return (
    <Dialog
      title={t('escalate.title', { caseNumber: ticket.caseNumber })}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          <CopyButton text={summary} isDisabled={draft === null} />
          {mayRecord && (
            <Button
              variant="primary"
              onPress={send}
              isPending={record.isPending}
              isDisabled={draft === null || problem !== null}
            >
              {t('escalate.send')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['form']}>
        <div className={styles['head']}>
          <div className={styles['to']}>
            <p className={styles['role']}>{t('escalate.to', { role: step.role })}</p>
            {desk !== null && <DeskTime desk={desk} />}
            <p>{step.rule}</p>
          </div>
          <SelectField
            label={t('escalate.language')}
            value={language}
            choices={DRAFT_LANGUAGES.map((value) => ({ value, label: t(`escalate.languages.${value}`) }))}
            onChange={setLanguage}
          />
        </div>
        <p className={styles['help']}>{t(mayRecord ? 'escalate.help' : 'escalate.viewer')}</p>
        <FailureNote
          error={draft === null ? query.error : null}
          actions={<Button onPress={query.reload}>{t('escalate.again')}</Button>}
        />
        <TextField
          label={t('escalate.subject')}
          value={draft?.subject ?? ''}
          isDisabled={draft === null}
          onChange={(subject) => change({ subject, text: draft?.text ?? '' })}
        />
        <TextAreaField
          label={t('escalate.text')}
          rows={11}
          value={draft?.text ?? ''}
          isDisabled={draft === null}
          error={problem}
          onChange={(text) => change({ subject: draft?.subject ?? '', text })}
        />
        <FailureNote error={record.error} />
      </div>
    </Dialog>
  )
}
