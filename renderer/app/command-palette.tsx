import { type KeyboardEvent, useRef, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { SearchField } from 'react-aria-components/SearchField'
import { useTranslation } from 'react-i18next'
import { SearchIcon } from '../ui/icons.tsx'
import { Kbd } from '../ui/kbd.tsx'
import menuStyles from '../ui/menu.module.css'
import type { Command } from './commands.ts'
import styles from './command-palette.module.css'
import { useTicketSearch } from './use-ticket-search.ts'

export interface CommandPaletteProps {
  isOpen: boolean
  onClose: () => void
  commands: readonly Command[]
}

/** Type a few letters of anything: a screen, a setting, a case number or words of a ticket. */
export function CommandPalette({ isOpen, onClose, commands }: CommandPaletteProps) {
  const { t } = useTranslation('app')
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable
      className={styles['overlay'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={t('palette.title')} className={styles['dialog'] ?? ''}>
          <PaletteBody commands={commands} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteBody({ commands, onClose }: Omit<CommandPaletteProps, 'isOpen'>) {
  const { t } = useTranslation('app')
  const [words, setWords] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const found = useTicketSearch(words)
  const wanted = words.trim().toLowerCase()
  const items = [...commands.filter((command) => command.label.toLowerCase().includes(wanted)), ...found]

  function runItem(id: string | undefined): void {
    const item = items.find((each) => each.id === id)
    if (item === undefined) return
    onClose()
    item.run()
  }

  // The library forgets which item is marked when the list changes under fast typing, and then drops Enter.
  function runMarked(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    const marked = list.current?.querySelector<HTMLElement>('[data-focused][data-key]')
    runItem(marked?.dataset['key'] ?? items[0]?.id)
  }

  return (
    <Autocomplete inputValue={words} onInputChange={setWords}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to type into it */}
      <SearchField aria-label={t('palette.title')} autoFocus className={styles['search'] ?? ''}>
        <SearchIcon />
        <Input
          className={styles['input'] ?? ''}
          placeholder={t('palette.hint')}
          onKeyDownCapture={runMarked}
        />
      </SearchField>
      <Menu
        ref={list}
        items={items}
        aria-label={t('palette.title')}
        className={styles['menu'] ?? ''}
        renderEmptyState={() => <div className={styles['empty']}>{t('palette.nothing')}</div>}
        onAction={(key) => runItem(String(key))}
      >
        {(item) => (
          <MenuItem id={item.id} textValue={item.label} className={menuStyles['item'] ?? ''}>
            <span>{item.label}</span>
            {item.detail !== undefined && <span className={styles['detail']}>{item.detail}</span>}
            {item.keys !== undefined && (
              <span className={menuStyles['keys']}>
                <Kbd keys={item.keys} />
              </span>
            )}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  )
}
