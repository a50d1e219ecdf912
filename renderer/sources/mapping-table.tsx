import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../ui/button.tsx'
import { CellField } from '../ui/cell-field.tsx'
import fieldStyles from '../ui/field.module.css'
import { CloseIcon } from '../ui/icons.tsx'
import type { MapEditorProps } from './map-editors.tsx'
import { mappingRows, withEntry } from './mapping.ts'
import styles from './mapping-table.module.css'

export interface MappingTableProps extends MapEditorProps {
  renderTarget: (key: string) => ReactNode
  renderKey?: (key: string) => ReactNode
  /** The rows are given; none can be added. */
  isFixed?: boolean
  headers?: readonly [string, string]
}

/** Two columns: what the source says, and what it means to us. Values seen in the source stand ready. */
export function MappingTable(props: MappingTableProps) {
  const { t } = useTranslation('sources')
  const id = useId()
  const [added, setAdded] = useState<readonly string[]>([])
  const rows = mappingRows(props.value, [...(props.seen ?? []), ...added])
  const [first, second] = props.headers ?? [t('mapping.raw'), t('mapping.ours')]
  return (
    <section aria-labelledby={id} className={styles['mapping']}>
      <h3 id={id} className={fieldStyles['label']}>
        {props.label}
      </h3>
      {props.help !== null && props.help !== '' && <p className={fieldStyles['help']}>{props.help}</p>}
      {rows.length === 0 && <p className={fieldStyles['help']}>{t('mapping.fromSource')}</p>}
      {rows.length > 0 && (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col" colSpan={2}>
                {second}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((key) => (
              <tr key={key}>
                <th scope="row">{props.renderKey?.(key) ?? key}</th>
                <td>{props.renderTarget(key)}</td>
                <td>
                  {props.value[key] !== undefined && (
                    <IconButton
                      label={t('mapping.removeRow', { value: key })}
                      onPress={() => props.onChange(withEntry(props.value, key, ''))}
                    >
                      <CloseIcon />
                    </IconButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {props.isFixed !== true && <AddRow onAdd={(value) => setAdded([...added, value])} />}
      {props.error !== undefined && (
        <p role="alert" className={fieldStyles['error']}>
          {props.error}
        </p>
      )}
    </section>
  )
}

function AddRow({ onAdd }: { onAdd: (value: string) => void }) {
  const { t } = useTranslation('sources')
  const [text, setText] = useState('')

  function add(): void {
    const value = text.trim()
    if (value === '') return
    onAdd(value)
    setText('')
  }

  function onKeyDown(event: { key: string; preventDefault: () => void }): void {
    if (event.key !== 'Enter') return
    // Enter here means this value, not the whole form.
    event.preventDefault()
    add()
  }

  return (
    <div className={styles['add']}>
      <CellField
        label={t('mapping.newValue')}
        placeholder={t('mapping.newValue')}
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
        spellCheck="false"
      />
      <Button onPress={add}>{t('mapping.addRow')}</Button>
    </div>
  )
}
