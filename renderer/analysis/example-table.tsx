import { useTranslation } from 'react-i18next'
import type { ExamplePair } from '../../shared/records/analysis.ts'
import type { ConjunctionPart } from '../../shared/records/conjunction-part.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { formatFullInstant } from '../ui/format-instant.ts'
import { type ExampleField, exampleFields } from './example-fields.ts'
import styles from './example-table.module.css'
import { useCopy } from './use-copy.ts'

export interface ExampleTableProps {
  pair: ExamplePair
  /** Its place, from 1. */
  number: number
  parts: readonly ConjunctionPart[]
  /** Null where no column names a record. */
  callId: string | null
  /** Names of the columns whose values are instants. */
  times: ReadonlySet<string>
}

/** A failing and a working record side by side: what the finding is about, what else differs, and the rest folded. */
export function ExampleTable({ pair, number, parts, callId, times }: ExampleTableProps) {
  const { t } = useTranslation('analysis')
  const fields = exampleFields(pair, parts)
  const same = fields.filter(({ kind }) => kind === 'same')
  return (
    <section className={styles['example']} aria-label={t('examples.label', { number })}>
      <table className={styles['table']}>
        <Heading />
        <tbody>
          {fields
            .filter(({ kind }) => kind !== 'same')
            .map((field) => (
              <Row key={field.column} field={field} isTime={times.has(field.column)} />
            ))}
        </tbody>
      </table>
      {callId !== null && <CopyIds pair={pair} column={callId} />}
      {same.length > 0 && (
        <details className={styles['same']}>
          <summary>{t('examples.same', { count: same.length })}</summary>
          <table className={styles['table']}>
            <tbody>
              {same.map((field) => (
                <Row key={field.column} field={field} isTime={times.has(field.column)} />
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  )
}

function Heading() {
  const { t } = useTranslation('analysis')
  return (
    <thead>
      <tr>
        <th scope="col">{t('examples.field')}</th>
        <th scope="col">{t('examples.failing')}</th>
        <th scope="col">{t('examples.working')}</th>
      </tr>
    </thead>
  )
}

function Row({
  field: { column, failing, working, kind },
  isTime,
}: {
  field: ExampleField
  isTime: boolean
}) {
  const { t } = useTranslation('analysis')
  return (
    <tr className={classes(styles[kind])}>
      <th scope="row">
        {column}
        {(kind === 'shared' || kind === 'differs') && (
          <span className={styles['mark']}>{t(`examples.${kind}`)}</span>
        )}
      </th>
      {kind === 'same' ? (
        <td colSpan={2}>
          <Value text={failing} isTime={isTime} />
        </td>
      ) : (
        <>
          <td>
            <Value text={failing} isTime={isTime} />
          </td>
          <td>
            <Value text={working} isTime={isTime} />
          </td>
        </>
      )}
    </tr>
  )
}

/** A value as the file has it; an instant in the viewer's zone, as everywhere on the screen. */
function Value({ text, isTime }: { text: string; isTime: boolean }) {
  const { t } = useTranslation('analysis')
  const zone = useViewerZone()
  const instant = isTime ? Date.parse(text) : Number.NaN
  if (Number.isNaN(instant)) return text || t('examples.blank')
  return (
    <time dateTime={text} title={text}>
      {formatFullInstant(instant, zone)}
    </time>
  )
}

function CopyIds({ pair, column }: { pair: ExamplePair; column: string }) {
  const { t } = useTranslation('analysis')
  const { copied, copy } = useCopy()
  const failing = pair.failing.values[column] ?? ''
  const working = pair.working.values[column] ?? ''
  return (
    <div className={styles['copy']}>
      <Button isDisabled={failing === ''} onPress={() => copy('failing', failing)}>
        {t('examples.copyFailing', { column })}
      </Button>
      <Button isDisabled={working === ''} onPress={() => copy('working', working)}>
        {t('examples.copyWorking', { column })}
      </Button>
      <output className={styles['outcome']}>
        {copied !== null &&
          t(copied.isDone ? 'examples.copied' : 'examples.notCopied', { text: copied.text })}
      </output>
    </div>
  )
}
