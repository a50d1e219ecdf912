import { useTranslation } from 'react-i18next'
import type { RecordNote } from '../../shared/records/record-set.ts'
import { StateMark } from '../ui/state-mark.tsx'
import styles from './record-set-facts.module.css'

/** So many stand open; a file with a hundred unnamed columns must not fill the panel. */
const OPEN = 2

/** What was made usable on the way in, in plain words. */
export function RecordNotes({ notes }: { notes: readonly RecordNote[] }) {
  const { t } = useTranslation('records')
  if (notes.length === 0) return null
  const rest = notes.slice(OPEN)
  return (
    <>
      <NoteList notes={notes.slice(0, OPEN)} />
      {rest.length > 0 && (
        <details className={styles['rest']}>
          <summary>{t('notes.more', { count: rest.length })}</summary>
          <NoteList notes={rest} />
        </details>
      )}
    </>
  )
}

function NoteList({ notes }: { notes: readonly RecordNote[] }) {
  const { t } = useTranslation('records')
  function orderWord({ order }: RecordNote['detail']): string {
    if (order === 'day-first' || order === 'month-first') return t(`notes.${order}`)
    return ''
  }
  return (
    <ul className={styles['notes']} aria-label={t('notes.label')}>
      {notes.map(({ file, kind, detail }) => (
        <li key={`${file} ${kind} ${JSON.stringify(detail)}`} className={styles['note']}>
          <StateMark state={DOUBTFUL.has(kind) ? 'at-risk' : 'unknown'} />
          <span>{t(`notes.${kind}`, { ...NO_DETAIL, ...detail, file, order: orderWord(detail) })}</span>
        </li>
      ))}
    </ul>
  )
}

/** What may have been read wrongly and should be looked at; the others are only told. */
const DOUBTFUL: ReadonlySet<RecordNote['kind']> = new Set([
  'ambiguous-dates',
  'characters-replaced',
  'values-not-read',
])

/** A detail that is missing leaves a gap, not the mark of its place. */
const NO_DETAIL = { name: '', column: '', encoding: '', count: '' }
