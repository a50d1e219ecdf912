import type { SourceDraft } from '../../../shared/contract/sources.ts'
import type { Source } from '../../../shared/records/source.ts'
import type { Connector } from '../connectors/connector.ts'
import type { LiveCollection } from '../live/live-collection.ts'
import type { SourceStore, StoredSource } from '../store/store.ts'
import type { Implementation, MeridianRouter } from './implementation.ts'
import { previewSource, type PreviewMeans } from './preview-source.ts'
import { checkDraft, refuseAnotherDesk, sealSecrets } from './source-drafts.ts'
import { newSourceId } from './source-id.ts'
import { watchCollection } from './watch-collection.ts'

/** As many as a person can look through; the total says how many there are. */
const LISTED_REFUSALS = 500

export interface SourceParts extends PreviewMeans {
  readonly sources: SourceStore
  readonly live: LiveCollection<Source>
  readonly connectors: ReadonlyMap<string, Connector>
  /** Stores it, publishes it and starts, restarts or stops its runs. */
  readonly saveSource: (source: StoredSource) => void
  /** Stops its runs and removes everything that came from it. */
  readonly removeSource: (sourceId: string) => Promise<void>
  readonly syncNow: (sourceId: string) => void
}

export function implementSources(
  { sources: subject }: Implementation,
  parts: SourceParts,
): MeridianRouter['sources'] {
  const { sources, live, connectors, secretKeeper, now } = parts

  async function save(
    id: string,
    draft: SourceDraft,
    held: StoredSource | null,
    connector: Connector,
    config: StoredSource['config'],
  ): Promise<Source> {
    parts.saveSource({
      id,
      kind: connector.kind,
      role: connector.role,
      name: draft.name,
      enabled: draft.enabled ?? true,
      pollSeconds: draft.pollSeconds ?? 60,
      config,
      sealedSecrets: await sealSecrets(secretKeeper, draft.secrets ?? {}, held?.sealedSecrets ?? {}),
    })
    const saved = live.get(id)
    if (saved === undefined) throw new Error(`Source ${id} was saved but not published.`)
    return saved
  }

  return {
    kinds: subject.kinds.handler(() =>
      Array.from(connectors.values(), ({ kind, label, role, fields }) => ({
        kind,
        label,
        role,
        fields: [...fields],
      })),
    ),

    list: subject.list.handler(() => live.snapshot().values),
    watch: subject.watch.handler(watchCollection(live)),

    preview: subject.preview.handler(async ({ input, errors, signal }) => {
      const held = input.sourceId === undefined ? null : sources.get(input.sourceId)
      if (input.sourceId !== undefined && held === null) throw errors.NOT_FOUND()
      const checked = checkDraft(input.draft, held, connectors)
      if (checked.refusal !== null) throw errors.REFUSED({ data: checked.refusal })
      const { connector, config } = checked
      const settings = {
        connector,
        config,
        secrets: input.draft.secrets,
        sealedSecrets: held?.sealedSecrets ?? {},
      }
      return previewSource(settings, parts, signal)
    }),

    add: subject.add.handler(async ({ input, errors }) => {
      const checked = checkDraft(input, null, connectors)
      if (checked.refusal !== null) throw errors.REFUSED({ data: checked.refusal })
      const id = newSourceId(input.name, new Set(sources.list().map((source) => source.id)))
      return save(id, input, null, checked.connector, checked.config)
    }),

    update: subject.update.handler(async ({ input, errors }) => {
      const held = sources.get(input.sourceId)
      if (held === null) throw errors.NOT_FOUND()
      const checked = checkDraft(input.draft, held, connectors)
      if (checked.refusal !== null) throw errors.REFUSED({ data: checked.refusal })
      const another = refuseAnotherDesk(input.draft, held, checked.connector, sources.recordCount(held.id))
      if (another !== null) throw errors.REFUSED({ data: another })
      return save(held.id, input.draft, held, checked.connector, checked.config)
    }),

    remove: subject.remove.handler(async ({ input, errors }) => {
      if (sources.get(input.sourceId) === null) throw errors.NOT_FOUND()
      await parts.removeSource(input.sourceId)
      return {}
    }),

    syncNow: subject.syncNow.handler(({ input, errors }) => {
      if (sources.get(input.sourceId) === null) throw errors.NOT_FOUND()
      parts.syncNow(input.sourceId)
      return {}
    }),

    refusals: subject.refusals.handler(({ input, errors }) => {
      if (sources.get(input.sourceId) === null) throw errors.NOT_FOUND()
      return { ...sources.refusals(input.sourceId, LISTED_REFUSALS), now: now() }
    }),
  }
}
