import { type KeyboardEvent, useState } from 'react'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'
import fieldStyles from '../ui/field.module.css'
import menuStyles from '../ui/menu.module.css'
import { useSettled } from '../app/use-settled.ts'
import styles from './condition-builder.module.css'
import { useAmounts } from './use-amounts.ts'

const LIMIT = 50
const SETTLE_MS = 150

export interface ValueFieldProps {
  recordSetId: string
  column: string
  /** Offered no more. */
  chosen: readonly string[]
  onAdd: (value: string) => void
}

/** Adds a value of a column: one of those in the records, commonest first, or any that is typed. */
export function ValueField({ recordSetId, column, chosen, onAdd }: ValueFieldProps) {
  const { t } = useTranslation('records')
  const client = useClient()
  const amounts = useAmounts()
  const [typed, setTyped] = useState('')
  const beginning = useSettled(typed.trim(), SETTLE_MS)
  const values = useQuery(
    `values ${recordSetId} ${column}`,
    (signal) => client.records.values({ recordSetId, column, beginning, limit: LIMIT }, { signal }),
    beginning,
  )
  const offered = (values.data ?? [])
    .filter(({ value }) => value !== '' && !chosen.includes(value))
    .map(({ value, records }) => ({ id: value, records }))

  function add(value: string): void {
    setTyped('')
    if (value !== '' && !chosen.includes(value)) onAdd(value)
  }

  function addTyped(event: KeyboardEvent): void {
    // The open list has its own Enter where one of its lines is marked.
    const isMarked = event.currentTarget.getAttribute('aria-activedescendant') !== null
    if (event.key !== 'Enter' || isMarked || typed.trim() === '') return
    event.preventDefault()
    event.stopPropagation()
    add(typed.trim())
  }

  return (
    <ComboBox
      aria-label={t('condition.values', { column })}
      className={fieldStyles['field'] ?? ''}
      items={offered}
      inputValue={typed}
      onInputChange={setTyped}
      // The hub has filtered already.
      defaultFilter={() => true}
      value={null}
      onChange={(key) => {
        if (key !== null) add(String(key))
      }}
      onBlur={() => add(typed.trim())}
      menuTrigger="focus"
      allowsCustomValue
      allowsEmptyCollection
    >
      <Input
        className={fieldStyles['input'] ?? ''}
        placeholder={t(chosen.length === 0 ? 'condition.value' : 'condition.another')}
        onKeyDownCapture={addTyped}
        spellCheck="false"
      />
      <Popover className={menuStyles['popover'] ?? ''} offset={2}>
        <ListBox
          className={menuStyles['menu'] ?? ''}
          renderEmptyState={() => <div className={styles['empty']}>{t('condition.noValue')}</div>}
        >
          {(item: { id: string; records: number }) => (
            <ListBoxItem textValue={item.id} className={menuStyles['item'] ?? ''}>
              <span className={styles['offer']}>{item.id}</span>
              <span className={styles['records']}>{amounts.count(item.records)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
