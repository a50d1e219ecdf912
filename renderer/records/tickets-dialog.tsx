import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSet } from '../../shared/records/record-set.ts'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { useQuery } from '../app/use-query.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useSettled } from '../app/use-settled.ts'
import styles from './record-panel.module.css'
import { RefusalNote } from './refusal-note.tsx'
import { useAmounts } from './use-amounts.ts'

const LIMIT = 20
const SEARCH_DELAY_MS = 200
/** One letter would find nearly all. */
const LEAST_LETTERS = 2

export interface TicketsDialogProps {
  recordSet: RecordSet
  onClose: () => void
  /** Takes the condition that holds for the records the tickets name. */
  onUse: (condition: string, said: string) => void
}

interface Chosen {
  readonly ticketId: string
  readonly caseNumber: string
  readonly subject: string
}

/** Picks tickets whose identifiers name the failing records. */
export function TicketsDialog({ recordSet, onClose, onUse }: TicketsDialogProps) {
  const { t } = useTranslation(['records', 'app'])
  const client = useClient()
  const amounts = useAmounts()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [missed, setMissed] = useState<number | null>(null)
  const wanted = useSettled(words.trim(), SEARCH_DELAY_MS)
  const found = useQuery(wanted.length < LEAST_LETTERS ? null : `tickets ${wanted}`, (signal) =>
    client.tickets.search({ words: wanted, limit: LIMIT }, { signal }),
  )
  const chosenIds = new Set(chosen.map(({ ticketId }) => ticketId))
  // What is chosen stays in sight while other words are tried.
  const listed = [...chosen, ...(found.data ?? []).filter(({ ticketId }) => !chosenIds.has(ticketId))]

  const naming = useAction(async () => {
    const ticketIds = [...chosenIds]
    const named = await client.records.namedByTickets({ recordSetId: recordSet.id, ticketIds })
    if (named.condition === null) setMissed(named.identifiers)
    else {
      const figures = { identifiers: amounts.count(named.identifiers), records: amounts.count(named.records) }
      onUse(named.condition, t('records:tickets.found', figures))
    }
  })

  function toggle({ ticketId, caseNumber, subject }: Chosen, isChosen: boolean): void {
    setMissed(null)
    const others = chosen.filter((held) => held.ticketId !== ticketId)
    setChosen(isChosen ? [...others, { ticketId, caseNumber, subject }] : others)
  }

  return (
    <Dialog
      title={t('records:tickets.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <output className={styles['grow']}>
            {chosen.length > 0 && t('records:tickets.chosen', { count: chosen.length })}
          </output>
          <Button onPress={onClose}>{t('app:actions.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={chosen.length === 0}
            isPending={naming.isPending}
            onPress={() => void naming.run(undefined)}
          >
            {t('records:tickets.use')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        <p className={styles['muted']}>{t('records:tickets.lead')}</p>
        <TextField
          label={t('records:tickets.search')}
          value={words}
          onChange={setWords}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to type into it
          autoFocus
        />
        <RefusalNote error={found.error} />
        {listed.length > 0 && (
          <ul aria-label={t('records:tickets.results')} className={styles['tickets']}>
            {listed.map((ticket) => (
              <li key={ticket.ticketId}>
                <CheckboxField
                  label={`${ticket.caseNumber} ${ticket.subject}`}
                  isSelected={chosenIds.has(ticket.ticketId)}
                  onChange={(isChosen) => toggle(ticket, isChosen)}
                />
              </li>
            ))}
          </ul>
        )}
        {found.data?.length === 0 && <p className={styles['muted']}>{t('records:tickets.none')}</p>}
        {missed !== null && (
          <Banner tone="warning">
            {t('records:tickets.nothing', { count: chosen.length, identifiers: amounts.count(missed) })}
          </Banner>
        )}
        <RefusalNote error={naming.error} />
      </div>
    </Dialog>
  )
}
