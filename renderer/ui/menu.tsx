import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import styles from './menu.module.css'

export interface MenuChoice {
  id: string
  label: string
  /** One sentence below it. */
  help?: string
  onAction: () => void
  isDisabled?: boolean
  /** Shown as ticked; set on all choices of a section or on none. */
  isSelected?: boolean
}

export interface MenuSectionContent {
  id: string
  /** Said by screen readers. */
  label?: string
  choices: readonly MenuChoice[]
}

export interface MenuProps {
  label: string
  /** The button that opens it. */
  trigger: ReactNode
  sections: readonly MenuSectionContent[]
}

/** A button with a list of actions or choices behind it. */
export function Menu({ label, trigger, sections }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles['popover'] ?? ''} offset={2}>
        <AriaMenu aria-label={label} className={styles['menu'] ?? ''}>
          {sections.map((section) => (
            <Section key={section.id} section={section} />
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Section({ section }: { section: MenuSectionContent }) {
  const { choices } = section
  return (
    <MenuSection
      id={section.id}
      aria-label={section.label ?? section.id}
      className={styles['section'] ?? ''}
      selectionMode={choices.some((choice) => choice.isSelected !== undefined) ? 'single' : 'none'}
      selectedKeys={choices.filter((choice) => choice.isSelected === true).map((choice) => choice.id)}
    >
      {choices.map((choice) => (
        <MenuItem
          key={choice.id}
          id={choice.id}
          textValue={choice.label}
          isDisabled={choice.isDisabled ?? false}
          onAction={choice.onAction}
          className={styles['item'] ?? ''}
        >
          {choice.help === undefined ? choice.label : <ExplainedChoice {...choice} help={choice.help} />}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

function ExplainedChoice({ label, help }: { label: string; help: string }) {
  return (
    <span className={styles['explained']}>
      <Text slot="label">{label}</Text>
      <Text slot="description" className={styles['help'] ?? ''}>
        {help}
      </Text>
    </span>
  )
}
