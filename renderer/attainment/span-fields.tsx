import { useTranslation } from 'react-i18next'
import { useViewerZone } from '../app/viewer-zone.ts'
import { SelectField } from '../ui/select-field.tsx'
import styles from './attainment-toolbar.module.css'
import type { AttainmentView } from './attainment-view.ts'
import { addMonths, MOST_MONTHS, monthName, monthsBetween } from './months.ts'
import { spanId, SPANS, spanUpTo } from './spans.ts'

export interface SpanFieldsProps {
  view: AttainmentView
  onView: (view: AttainmentView) => void
  runningMonth: string
}

/** The months looked at: a usual span, or a first and a last month. */
export function SpanFields({ view, onView, runningMonth }: SpanFieldsProps) {
  const { t } = useTranslation('attainment')
  const { language } = useViewerZone()
  const chosen = spanId(view, runningMonth)
  const oldest = addMonths(runningMonth, 1 - MOST_MONTHS)
  const first = view.from < oldest ? view.from : oldest
  const last = view.to > runningMonth ? view.to : runningMonth
  const months = monthsBetween(first, last)
    .toReversed()
    .map((month) => ({ value: month, label: monthName(month, language, 'with-year') }))

  return (
    <>
      <div className={styles['field']}>
        <SelectField
          label={t('toolbar.span')}
          value={chosen}
          choices={[
            ...SPANS.map(({ id }) => ({ value: id, label: t(`span.${id}`) })),
            // Own months are chosen by choosing them; the word only says that these are.
            ...(chosen === 'own' ? [{ value: 'own' as const, label: t('span.own') }] : []),
          ]}
          onChange={(id) => {
            const span = SPANS.find((known) => known.id === id)
            if (span !== undefined) onView({ ...view, ...spanUpTo(runningMonth, span.months) })
          }}
        />
      </div>
      <div className={styles['month']}>
        <SelectField
          label={t('toolbar.from')}
          value={view.from}
          choices={months}
          onChange={(from) =>
            onView({ ...view, from, to: within(view.to, from, addMonths(from, MOST_MONTHS - 1)) })
          }
        />
      </div>
      <div className={styles['month']}>
        <SelectField
          label={t('toolbar.to')}
          value={view.to}
          choices={months}
          onChange={(to) =>
            onView({ ...view, to, from: within(view.from, addMonths(to, 1 - MOST_MONTHS), to) })
          }
        />
      </div>
    </>
  )
}

/** The other end of the span follows where it would stand the wrong way round or too far away. */
function within(month: string, earliest: string, latest: string): string {
  if (month < earliest) return earliest
  return month > latest ? latest : month
}
