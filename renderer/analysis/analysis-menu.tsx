import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Analysis } from '../../shared/records/analysis.ts'
import { useMay } from '../app/client.tsx'
import { IconButton } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { MoreIcon } from '../ui/icons.tsx'
import { Menu, type MenuChoice } from '../ui/menu.tsx'
import { AttachDialog } from './attach-dialog.tsx'
import { RemoveAnalysisDialog } from './remove-analysis-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { type ChangeableAnalysis, useAnalysisChange } from './use-analysis-change.ts'

export interface AnalysisMenuProps {
  analysis: ChangeableAnalysis
  onChanged: (analysis: Analysis) => void
  onRemoved: (analysisId: string) => void
  /** What else can be done here; also by whoever may only look. */
  choices?: readonly MenuChoice[]
}

/** What can be done with an analysis as a whole: pinned, named, attached to a case, removed. */
export function AnalysisMenu({ analysis, onChanged, onRemoved, choices = [] }: AnalysisMenuProps) {
  const { t } = useTranslation('analysis')
  const mayChange = useMay('operator')
  const [dialog, setDialog] = useState<'rename' | 'attach' | 'remove' | null>(null)
  const change = useAnalysisChange(analysis, onChanged)
  const { id, name, pinned, ticketId } = analysis
  const close = () => setDialog(null)
  const own: MenuChoice[] = [
    {
      id: 'pin',
      label: t(pinned ? 'header.unpin' : 'header.pin'),
      onAction: () => void change.run({ pinned: !pinned }),
    },
    { id: 'rename', label: t('header.rename'), onAction: () => setDialog('rename') },
    {
      id: 'attach',
      label: t(ticketId === null ? 'header.attach' : 'header.attachOther'),
      onAction: () => setDialog('attach'),
    },
    ...(ticketId === null
      ? []
      : [{ id: 'detach', label: t('header.detach'), onAction: () => void change.run({ ticketId: null }) }]),
  ]
  const sections = [
    { id: 'look', choices },
    { id: 'change', choices: mayChange ? own : [] },
    {
      id: 'remove',
      choices: mayChange
        ? [{ id: 'remove', label: t('header.remove'), onAction: () => setDialog('remove') }]
        : [],
    },
  ].filter((section) => section.choices.length > 0)
  if (sections.length === 0) return null
  const label = t('history.actions', { name })
  return (
    <>
      <FailureNote error={dialog === null ? change.error : null} />
      <Menu
        label={label}
        trigger={
          <IconButton label={label}>
            <MoreIcon />
          </IconButton>
        }
        sections={sections}
      />
      {dialog === 'rename' && <RenameDialog name={name} change={change} onClose={close} />}
      {dialog === 'attach' && <AttachDialog change={change} onClose={close} />}
      {dialog === 'remove' && (
        <RemoveAnalysisDialog
          analysis={analysis}
          onClose={close}
          onRemoved={() => {
            close()
            onRemoved(id)
          }}
        />
      )}
    </>
  )
}
