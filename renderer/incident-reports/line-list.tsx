import { useTranslation } from 'react-i18next'
import type { ReportLine } from '../../shared/records/incident-report.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { CloseIcon, PlusIcon } from '../ui/icons.tsx'
import { TextAreaField } from '../ui/text-field.tsx'
import styles from './line-list.module.css'

/** The most lines a section takes (`incidentReport`). */
const MOST_LINES = 100

export interface LineListProps {
  section: string
  lines: readonly ReportLine[]
  isReadOnly: boolean
  onChange: (lines: ReportLine[]) => void
}

/** Lines of a section, each marked as seen or as supposed. */
export function LineList({ section, lines, isReadOnly, onChange }: LineListProps) {
  const { t } = useTranslation('incidentReport')

  function change(index: number, part: Partial<ReportLine>): void {
    onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)))
  }

  return (
    <section className={styles['section']} aria-label={section}>
      <h3 className={styles['heading']}>{section}</h3>
      <ol className={styles['lines']}>
        {lines.map((line, index) => (
          // Lines have no names: the place is what a line is.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={styles['line']}>
            <div className={styles['mark']}>
              <Certainty
                line={line}
                isReadOnly={isReadOnly}
                onChange={(certainty) => change(index, { certainty })}
              />
              {!isReadOnly && (
                <IconButton
                  label={t('removeLine', { number: index + 1 })}
                  onPress={() => onChange(lines.filter((_, at) => at !== index))}
                >
                  <CloseIcon />
                </IconButton>
              )}
            </div>
            {isReadOnly ? (
              <p className={styles['text']}>{line.text}</p>
            ) : (
              <TextAreaField
                aria-label={t('line', { number: index + 1, section })}
                label=""
                rows={line.text.length > 90 ? 3 : 2}
                value={line.text}
                maxLength={4000}
                onChange={(text) => change(index, { text })}
              />
            )}
          </li>
        ))}
      </ol>
      {!isReadOnly && lines.length < MOST_LINES && (
        <Button variant="quiet" onPress={() => onChange([...lines, { certainty: 'observation', text: '' }])}>
          <PlusIcon />
          {t('addLine')}
        </Button>
      )}
    </section>
  )
}

interface CertaintyProps {
  line: ReportLine
  isReadOnly: boolean
  onChange: (certainty: ReportLine['certainty']) => void
}

/** What the line is; pressing it makes it the other. */
function Certainty({ line, isReadOnly, onChange }: CertaintyProps) {
  const { t } = useTranslation('incidentReport')
  const word = t(`certainty.${line.certainty}`)
  const other = line.certainty === 'observation' ? 'assumption' : 'observation'
  const style = styles[line.certainty] ?? ''
  if (isReadOnly) return <span className={style}>{word}</span>
  return (
    <Button variant="quiet" aria-label={`${word}. ${t(`markAs.${other}`)}`} onPress={() => onChange(other)}>
      <span className={style}>{word}</span>
    </Button>
  )
}
