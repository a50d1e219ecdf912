import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ConnectorKind, SourcePreview } from '../../shared/contract/sources.ts'
import type { Source } from '../../shared/records/source.ts'
import { useClient } from '../app/client.tsx'
import { refusalOf, useDescribeError } from '../app/describe-error.ts'
import { paths } from '../app/paths.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { CommonFields, KindFields } from './form-fields.tsx'
import styles from './source-editor.module.css'
import { checkForm, draftOf, placeOf, type SourceForm } from './source-form.ts'
import { SourcePreviewPanel } from './source-preview-panel.tsx'
import { useDefaultContract } from './use-default-contract.ts'

export interface SettingsFormProps {
  kind: ConnectorKind
  /** Null for a new source. */
  source: Source | null
  initial: SourceForm
  onDone: (name: string) => void
}

type Busy = 'trying' | 'saving' | null

/** Settings on the left, on the right what Meridian makes of them. Nothing is stored before Save. */
export function SettingsForm({ kind, source, initial, onDone }: SettingsFormProps) {
  const { t } = useTranslation(['sources', 'app'])
  const describeError = useDescribeError()
  const [, navigate] = useLocation()
  const client = useClient()
  const contract = useDefaultContract(kind.role, source === null)
  const [form, setForm] = useState(initial)
  const [complaints, setComplaints] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState<Busy>(null)
  const [tried, setTried] = useState<{ form: SourceForm; preview: SourcePreview } | null>(null)

  function change(next: SourceForm): void {
    setForm(next)
    setComplaints({})
  }

  /** True when nothing stands against asking the backend. */
  function passes(): boolean {
    const found = checkForm(form, kind, source?.secretsSet ?? [])
    setComplaints(
      Object.fromEntries(Object.entries(found).map(([place, key]) => [place, t(`sources:form.${key}`)])),
    )
    return Object.keys(found).length === 0
  }

  function complain(error: unknown): void {
    const refused = refusalOf(error)
    if (refused === null) setComplaints({ form: t('sources:form.stopped', { reason: describeError(error) }) })
    else
      setComplaints({ [placeOf(refused.place, kind)]: t('sources:form.refused', { reason: refused.reason }) })
  }

  async function work(kindOfWork: Exclude<Busy, null>, task: () => Promise<void>): Promise<void> {
    if (busy !== null || !passes()) return
    setBusy(kindOfWork)
    try {
      await task()
    } catch (error) {
      complain(error)
    } finally {
      setBusy(null)
    }
  }

  function tryIt(): Promise<void> {
    return work('trying', async () => {
      const input = { draft: draftOf(form, kind), ...(source === null ? {} : { sourceId: source.id }) }
      setTried({ form, preview: await client.sources.preview(input) })
    })
  }

  function save(): Promise<void> {
    return work('saving', async () => {
      const draft = draftOf(form, kind)
      // Before the source: tried again after a failure, it changes nothing, while a source would be there twice.
      await contract.save()
      const saved = await (source === null
        ? client.sources.add(draft)
        : client.sources.update({ sourceId: source.id, draft }))
      onDone(saved.name)
    })
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    void (tried === null && source === null ? tryIt() : save())
  }

  const isNew = source === null
  // Saving is the next step once the source has answered; before that, asking it is.
  const shouldTry = isNew && (tried === null || tried.preview.fault !== null)
  return (
    <div className={styles['editor']}>
      <form className={styles['form']} onSubmit={submit} noValidate aria-label={kind.label}>
        <header className={styles['head']}>
          <h2>{isNew ? kind.label : t('sources:form.editTitle', { source: source.name })}</h2>
          {isNew && (
            <Button variant="quiet" onPress={() => navigate(`${paths.sources}/new`)}>
              {t('sources:form.change')}
            </Button>
          )}
        </header>
        <KindFields
          kind={kind}
          form={form}
          onChange={change}
          complaints={complaints}
          secretsSet={source?.secretsSet ?? []}
          observed={tried?.preview.observed ?? null}
        />
        {contract.choices.length > 0 && (
          <SelectField
            label={t('sources:form.contract')}
            help={t('sources:form.contractHelp')}
            placeholder={t('sources:form.contractLater')}
            choices={contract.choices.map(({ id, name }) => ({ value: id, label: name }))}
            value={contract.chosen}
            onChange={(id) => contract.choose(id)}
          />
        )}
        <CommonFields kind={kind} form={form} onChange={change} complaints={complaints} />
        {complaints['form'] !== undefined && <ErrorNote>{complaints['form']}</ErrorNote>}
        <footer className={styles['foot']}>
          <Button
            variant={shouldTry ? 'primary' : 'plain'}
            onPress={() => void tryIt()}
            isPending={busy === 'trying'}
          >
            {t(busy === 'trying' ? 'sources:form.trying' : 'sources:form.try')}
          </Button>
          <Button
            variant={shouldTry ? 'plain' : 'primary'}
            onPress={() => void save()}
            isPending={busy === 'saving'}
          >
            {t(
              busy === 'saving'
                ? 'sources:form.saving'
                : isNew
                  ? 'sources:form.saveNew'
                  : 'sources:form.save',
            )}
          </Button>
          <Button variant="quiet" onPress={() => navigate(paths.sources)}>
            {t('app:actions.cancel')}
          </Button>
        </footer>
      </form>
      <SourcePreviewPanel
        name={form.name.trim() === '' ? kind.label : form.name.trim()}
        preview={tried?.preview ?? null}
        isTrying={busy === 'trying'}
        isOutdated={tried !== null && tried.form !== form}
      />
    </div>
  )
}
