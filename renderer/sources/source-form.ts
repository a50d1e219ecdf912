import type { ConnectorKind, SettingField, SourceDraft } from '../../shared/contract/sources.ts'
import type { Source } from '../../shared/records/source.ts'

export type SettingValue = SourceDraft['config'][string]

/** What stands in the form. Secrets are only what was typed now: stored ones never come back to the page. */
export interface SourceForm {
  readonly kind: string
  readonly name: string
  readonly enabled: boolean
  readonly pollSeconds: number
  readonly config: Readonly<Record<string, SettingValue>>
  readonly secrets: Readonly<Record<string, string>>
}

/** Complaints by place: a field's name, `name`, `pollSeconds`, or `form` for what no field carries. */
export type Complaints = Readonly<Record<string, string>>

/** Seconds between two readings that suit the role: a help desk by the minute, a status page likewise. */
const USUAL_POLL_SECONDS = 60

const EMPTY: Record<Exclude<SettingField['type'], 'choice'>, SettingValue> = {
  address: '',
  text: '',
  secret: '',
  path: '',
  number: null,
  boolean: false,
  list: [],
  'status-map': {},
  'severity-map': {},
  'field-map': {},
}

function emptyValue(field: SettingField): SettingValue {
  if (field.fallback !== null) return field.fallback
  if (field.type === 'choice') return field.required ? (field.choices[0] ?? '') : ''
  return EMPTY[field.type]
}

function settingsOf(kind: ConnectorKind): SettingField[] {
  return kind.fields.filter((field) => field.type !== 'secret')
}

export function newForm(kind: ConnectorKind): SourceForm {
  return {
    kind: kind.kind,
    name: '',
    enabled: true,
    pollSeconds: USUAL_POLL_SECONDS,
    config: Object.fromEntries(settingsOf(kind).map((field) => [field.name, emptyValue(field)])),
    secrets: {},
  }
}

export function formOf(source: Source, kind: ConnectorKind): SourceForm {
  return {
    kind: source.kind,
    name: source.name,
    enabled: source.enabled,
    pollSeconds: source.pollSeconds,
    config: { ...newForm(kind).config, ...source.config },
    secrets: {},
  }
}

function isUnset(value: SettingValue | undefined): boolean {
  return value === undefined || value === null || value === ''
}

/**
 * What is sent: settings nobody filled in are left out, so that the connector's own defaults hold, and an empty
 * secret keeps what is stored. An unnamed source takes the name of its kind: a preview needs none.
 */
export function draftOf(form: SourceForm, kind: ConnectorKind): SourceDraft {
  const config = Object.fromEntries(
    Object.entries(form.config)
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const)
      .filter(([, value]) => !isUnset(value)),
  )
  const secrets = Object.fromEntries(Object.entries(form.secrets).filter(([, text]) => text !== ''))
  const name = form.name.trim() === '' ? kind.label : form.name.trim()
  return { kind: form.kind, name, enabled: form.enabled, pollSeconds: form.pollSeconds, config, secrets }
}

function lacks(field: SettingField, form: SourceForm, secretsSet: readonly string[]): boolean {
  if (!field.required) return false
  if (field.type === 'secret') return !form.secrets[field.name] && !secretsSet.includes(field.name)
  const value = form.config[field.name]
  if (Array.isArray(value)) return value.length === 0
  return isUnset(value) || (typeof value === 'string' && value.trim() === '')
}

function isAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== ''
}

export type ComplaintKey = 'required' | 'notAnAddress'

/** What can be said without asking the source. The connector's own rules speak through REFUSED. */
export function checkForm(
  form: SourceForm,
  kind: ConnectorKind,
  secretsSet: readonly string[],
): Record<string, ComplaintKey> {
  const complaints: Record<string, ComplaintKey> = {}
  for (const field of kind.fields) {
    const value = form.config[field.name]
    if (lacks(field, form, secretsSet)) complaints[field.name] = 'required'
    else if (
      field.type === 'address' &&
      typeof value === 'string' &&
      value !== '' &&
      !isAddress(value.trim())
    ) {
      complaints[field.name] = 'notAnAddress'
    }
  }
  return complaints
}

const OWN_PLACES = new Set(['name', 'pollSeconds', 'enabled', 'kind'])

/** The field a refusal belongs to. The server names a path: `address`, `config.address`, `draft.config.queues.0`. */
export function placeOf(path: string, kind: ConnectorKind): string {
  const names = new Set(kind.fields.map((field) => field.name))
  const parts = path.split(/[./[\]]+/)
  const own = parts.find((part) => names.has(part))
  if (own !== undefined) return own
  return parts.find((part) => OWN_PLACES.has(part)) ?? 'form'
}
