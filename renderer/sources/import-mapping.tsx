import type { InferClientOutputs } from '@orpc/client'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeridianClient } from '../../shared/contract/index.ts'
import type { FileMapping } from '../../shared/contract/tickets.ts'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextField } from '../ui/text-field.tsx'
import { MappingForm } from './mapping-form.tsx'
import { isTimeZone } from '../ui/time-zone.ts'
import type { ImportOutcome } from './import-result.tsx'
import styles from './import-screen.module.css'
import { MappedTicket } from './mapped-ticket.tsx'
import { RefusalTable } from './refusal-table.tsx'

export type FilePreview = InferClientOutputs<MeridianClient>['tickets']['previewFile']

export interface ImportMappingProps {
  file: { readonly fileName: string; readonly base64: string }
  onImported: (outcome: ImportOutcome) => void
}

/** What the file would become, and the mapping that makes it so. The backend guesses first. */
export function ImportMapping({ file, onImported }: ImportMappingProps) {
  const { t } = useTranslation('sources')
  const client = useClient()
  const [preview, setPreview] = useState<FilePreview | null>(null)
  const [mapping, setMapping] = useState<FileMapping | null>(null)
  const [sourceName, setSourceName] = useState(nameOf(file.fileName))
  const check = useAction(async (wanted: FileMapping | null) => {
    const answer = await client.tickets.previewFile({ ...file, mapping: wanted })
    setPreview(answer)
    setMapping(answer.mapping)
  })
  const send = useAction(async (wanted: FileMapping) => {
    const outcome = await client.tickets.importFile({
      ...file,
      mapping: wanted,
      sourceName: sourceName.trim(),
    })
    onImported({ ...outcome, sourceName: sourceName.trim() })
  })
  const guess = useEffectEvent(() => void check.run(null))
  useEffect(() => guess(), [])

  if (preview === null || mapping === null) {
    return check.error === null ? (
      <output className={styles['waiting']} aria-label={t('import.reading', { file: file.fileName })}>
        <Skeleton width="40%" />
        <Skeleton width="70%" />
      </output>
    ) : (
      <FailureNote error={check.error} actions={<Button onPress={guess}>{t('import.check')}</Button>} />
    )
  }
  const isChecked = mapping === preview.mapping
  const zoneIsWrong = mapping.timeZone !== null && !isTimeZone(mapping.timeZone)
  return (
    <div className={styles['columns']}>
      <Panel title={t('import.columns')}>
        <MappingForm preview={preview} mapping={mapping} onChange={setMapping} />
      </Panel>
      <div className={styles['result']}>
        <Panel title={file.fileName}>
          <div className={styles['stack']}>
            <p>
              {t('import.found', {
                tickets: t('import.ticketCount', { count: preview.ticketCount }),
                events: t('import.eventCount', { count: preview.eventCount }),
              })}
            </p>
            <TextField
              label={t('import.sourceName')}
              help={t('import.sourceNameHelp')}
              value={sourceName}
              onChange={setSourceName}
              maxLength={100}
              isRequired
            />
            <FailureNote error={check.error ?? send.error} />
            <div className={styles['buttons']}>
              <Button
                onPress={() => void check.run(mapping)}
                isPending={check.isPending}
                isDisabled={isChecked || zoneIsWrong}
                variant={isChecked ? 'plain' : 'primary'}
              >
                {t(check.isPending ? 'import.checking' : 'import.check')}
              </Button>
              <Button
                variant={isChecked ? 'primary' : 'plain'}
                onPress={() => void send.run(mapping)}
                isPending={send.isPending}
                isDisabled={!isChecked || preview.ticketCount === 0 || sourceName.trim() === ''}
              >
                {send.isPending ? t('import.importing') : t('import.import', { count: preview.ticketCount })}
              </Button>
            </div>
          </div>
        </Panel>
        {preview.refusalCount > 0 && (
          <Panel title={t('import.refused', { count: preview.refusalCount })} isFlush>
            <RefusalTable refusals={preview.refusals} total={preview.refusalCount} />
          </Panel>
        )}
        <Panel title={t('import.sample')}>
          {preview.tickets.length === 0 && <p className={styles['muted']}>{t('import.noSample')}</p>}
          <div className={styles['stack']}>
            {preview.tickets.map((ticket) => (
              <article key={ticket.externalId}>
                <h3>
                  {ticket.caseNumber} · {ticket.subject}
                </h3>
                <MappedTicket ticket={ticket} />
              </article>
            ))}
          </div>
        </Panel>
      </div>
    </div>
  )
}

/** A file's name without its ending: a first proposal for the source's name. */
function nameOf(fileName: string): string {
  return fileName.replace(/\.[a-z0-9]+$/i, '').slice(0, 100) || fileName
}
