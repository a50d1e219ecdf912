import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useMay } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { useQuery } from '../app/use-query.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { ChevronDownIcon } from '../ui/icons.tsx'
import { Menu, type MenuSectionContent } from '../ui/menu.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type BoardView, parseView, viewId, viewState, WHOLE_BOARD } from './board-view.ts'

export interface SavedViewsProps {
  view: BoardView
  onView: (view: BoardView) => void
}

/** Views of the board that everybody on this hub can choose. */
export function SavedViews({ view, onView }: SavedViewsProps) {
  const { t } = useTranslation('board')
  const client = useClient()
  const maySave = useMay('operator')
  const [isNaming, setNaming] = useState(false)
  const views = useQuery('views', (signal) => client.settings.views(undefined, { signal }))
  const removal = useAction((id: string) => client.settings.removeView({ id }))
  const saved = views.data ?? []

  async function remove(id: string): Promise<void> {
    await removal.run(id)
    views.reload()
  }

  const sections: MenuSectionContent[] = [
    {
      id: 'choose',
      label: t('views.label'),
      choices: [
        { id: 'whole', label: t('views.whole'), onAction: () => onView(WHOLE_BOARD) },
        ...saved.map(({ id, name, state }) => ({
          id: `view ${id}`,
          label: name,
          onAction: () => onView(parseView(state)),
        })),
      ],
    },
    {
      id: 'change',
      label: t('views.save'),
      choices: [
        { id: 'save', label: t('views.save'), onAction: () => setNaming(true) },
        ...saved.map(({ id, name }) => ({
          id: `remove ${id}`,
          label: t('views.remove', { name }),
          onAction: () => void remove(id),
        })),
      ],
    },
  ]

  return (
    <>
      <Menu
        label={t('views.label')}
        trigger={
          <Button>
            {t('views.label')} <ChevronDownIcon />
          </Button>
        }
        sections={maySave ? sections : sections.slice(0, 1)}
      />
      <FailureNote error={removal.error ?? views.error} />
      <SaveViewDialog
        isOpen={isNaming}
        view={view}
        onClose={() => setNaming(false)}
        onSaved={() => {
          setNaming(false)
          views.reload()
        }}
      />
    </>
  )
}

interface SaveViewDialogProps {
  isOpen: boolean
  view: BoardView
  onClose: () => void
  onSaved: () => void
}

function SaveViewDialog({ isOpen, view, onClose, onSaved }: SaveViewDialogProps) {
  const { t } = useTranslation(['board', 'app'])
  const client = useClient()
  const [name, setName] = useState('')
  const [isUnnamable, setUnnamable] = useState(false)
  const saving = useAction((id: string) =>
    client.settings.saveView({ id, name: name.trim(), state: viewState(view) }),
  )

  async function save(): Promise<void> {
    const id = viewId(name)
    setUnnamable(id === '')
    if (id === '' || !(await saving.run(id))) return
    setName('')
    onSaved()
  }

  return (
    <Dialog
      title={t('views.dialog')}
      isOpen={isOpen}
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t('app:actions.cancel')}</Button>
          <Button variant="primary" isPending={saving.isPending} onPress={() => void save()}>
            {t('app:actions.save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={t('views.name')}
          help={t('views.help')}
          error={isUnnamable ? t('views.unnamable') : null}
          value={name}
          onChange={setName}
          maxLength={60}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to type into it
          autoFocus
        />
      </form>
      <FailureNote error={saving.error} />
    </Dialog>
  )
}
