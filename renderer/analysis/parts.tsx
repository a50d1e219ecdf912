import { Fragment } from 'react'
import { partsKey } from '../../shared/commonality/findings/signature.ts'
import type { ConjunctionPart } from '../../shared/records/conjunction-part.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import styles from './parts.module.css'
import { usePartWords } from './use-part-words.ts'
import { whatThenWhen } from './what-then-when.ts'

/** What records share, inside a sentence: each column with what it has to be, joined as the language joins. */
export function Parts({ parts }: { parts: readonly ConjunctionPart[] }) {
  const words = usePartWords()
  const { language } = useViewerZone()
  const ordered = whatThenWhen(parts)
  const pieces = new Intl.ListFormat(language).formatToParts(ordered.map((_part, index) => String(index)))
  return (
    <span className={styles['parts']}>
      {pieces.map((piece, place) => {
        const part = piece.type === 'element' ? ordered[Number(piece.value)] : undefined
        if (part === undefined) {
          // oxlint-disable-next-line react/no-array-index-key -- the words between parts have no name but their place
          return <Fragment key={place}>{piece.value}</Fragment>
        }
        return (
          <span key={partsKey([part])} className={styles['part']}>
            <Column name={part.column} /> <b className={styles['value']}>{words.value(part)}</b>
          </span>
        )
      })}
    </span>
  )
}

/** The name of a column inside a sentence. */
export function Column({ name }: { name: string }) {
  return <span className={styles['column']}>{name}</span>
}
