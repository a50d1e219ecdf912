import type { SourceDraft } from '../../../shared/contract/sources.ts'
import { source, type Source } from '../../../shared/records/source.ts'
import type { Connector } from '../connectors/connector.ts'
import type { SecretKeeper } from '../secret-keeper.ts'
import type { StoredSource } from '../store/store.ts'
import type { PlaceAndReason } from './settings-rules.ts'

/** What a page can be shown again: JSON by field name. */
const storedConfig = source.shape.config

export type CheckedDraft =
  | { readonly connector: Connector; readonly config: Source['config']; readonly refusal: null }
  | { readonly refusal: PlaceAndReason }

/**
 * Checks a draft by its connector's own rules. `held` is the stored source it changes, whose secrets it may keep, or
 * null for a new one.
 */
export function checkDraft(
  draft: SourceDraft,
  held: StoredSource | null,
  connectors: ReadonlyMap<string, Connector>,
): CheckedDraft {
  const connector = connectors.get(draft.kind)
  if (connector === undefined) return refuse('kind', `This build has no connector "${draft.kind}".`)
  if (held !== null && held.kind !== draft.kind) {
    return refuse('kind', 'A source keeps its kind. Add another source instead.')
  }
  const parsed = connector.configSchema.safeParse(draft.config)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return refuse(['config', ...(issue?.path ?? [])].join('.'), issue?.message ?? 'Not valid.')
  }
  const refusal = refuseSecrets(draft, held, connector)
  return refusal === null
    ? { connector, config: storedConfig.parse(parsed.data), refusal: null }
    : { refusal }
}

/** Given secrets sealed over the stored ones: an absent one stays, an empty one is removed. */
export async function sealSecrets(
  keeper: SecretKeeper,
  given: Readonly<Record<string, string>>,
  stored: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const sealed = { ...stored }
  for (const [name, text] of Object.entries(given)) {
    if (text === '') delete sealed[name]
    else sealed[name] = await keeper.seal(text)
  }
  return sealed
}

function refuseSecrets(
  draft: SourceDraft,
  held: StoredSource | null,
  connector: Connector,
): PlaceAndReason | null {
  const given = draft.secrets ?? {}
  const fields = connector.fields.filter(({ type }) => type === 'secret')
  for (const name of Object.keys(given)) {
    if (!fields.some((field) => field.name === name)) {
      return { place: `secrets.${name}`, reason: `${connector.label} knows no secret "${name}".` }
    }
  }
  for (const { name, required } of fields) {
    const kept = given[name] === undefined && held?.sealedSecrets[name] !== undefined
    if (required && !kept && !given[name]) return { place: `secrets.${name}`, reason: 'Needed.' }
    // Otherwise whoever can edit a source could have its secret sent to an address of their own.
    if (kept && addressChanged(draft, held, connector)) {
      return { place: `secrets.${name}`, reason: 'The address has changed: enter the secret again.' }
    }
  }
  return null
}

/**
 * Refuses to point a help desk with tickets at another one. Two desks number their tickets alike: read under one id,
 * their histories would run into each other. The same host by https instead of http is the same desk.
 */
export function refuseAnotherDesk(
  draft: SourceDraft,
  held: StoredSource,
  connector: Connector,
  heldTickets: number,
): PlaceAndReason | null {
  if (connector.role !== 'tickets' || heldTickets === 0) return null
  const moved = connector.fields.find(
    ({ name, type }) => type === 'address' && hostOf(draft.config[name]) !== hostOf(held.config[name]),
  )
  if (moved === undefined) return null
  return {
    place: `config.${moved.name}`,
    reason: `This source holds ${heldTickets} tickets of ${hostOf(held.config[moved.name]) ?? 'its address'}. Add the other help desk as a source of its own; remove this one when it is no longer needed.`,
  }
}

function hostOf(address: unknown): string | null {
  return typeof address === 'string' ? (URL.parse(address)?.host ?? null) : null
}

function addressChanged(draft: SourceDraft, held: StoredSource, connector: Connector): boolean {
  return connector.fields
    .filter(({ type }) => type === 'address')
    .some(({ name }) => originOf(draft.config[name]) !== originOf(held.config[name]))
}

function originOf(address: unknown): string | null {
  return typeof address === 'string' ? (URL.parse(address)?.origin ?? null) : null
}

function refuse(place: string, reason: string): CheckedDraft {
  return { refusal: { place, reason } }
}
