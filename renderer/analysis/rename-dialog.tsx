import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '../app/use-action.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { AnalysisChange } from './use-analysis-change.ts'

/** The most the hub takes (`analyses.change`), in characters. */
const LONGEST_NAME = 200

export interface RenameDialogProps {
  name: string
  change: Action<AnalysisChange>
  onClose: () => void
}

export function RenameDialog({ name, change, onClose }: RenameDialogProps) {
  const { t } = useTranslation('analysis')
  const [typed, setTyped] = useState(name)
  const wanted = typed.trim()

  async function rename(): Promise<void> {
    if (wanted !== '' && (await change.run({ name: wanted }))) onClose()
  }

  return (
    <Dialog
      title={t('rename.title')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <Button
          variant="primary"
          isDisabled={wanted === ''}
          isPending={change.isPending}
          onPress={() => void rename()}
        >
          {t('rename.save')}
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void rename()
        }}
      >
        <TextField
          label={t('rename.name')}
          value={typed}
          onChange={setTyped}
          maxLength={LONGEST_NAME}
          error={wanted === '' ? t('rename.empty') : null}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to type into it
          autoFocus
        />
      </form>
      <FailureNote error={change.error} />
    </Dialog>
  )
}
