import type { ProviderPage } from '../../../shared/contract/status.ts'
import { source as sourceSchema, type Source, type SourceHealth } from '../../../shared/records/source.ts'
import type { Store, StoredSource } from '../store/store.ts'
import { createLiveCollection, type LiveCollection } from './live-collection.ts'

/** Sources and what provider pages say, as pages see them: published whenever something of a source changed. */
export interface LiveSources {
  readonly sources: LiveCollection<Source>
  readonly pages: LiveCollection<ProviderPage>
  publishSource(sourceId: string): void
  publishPage(sourceId: string): void
  publishAll(): void
}

export function createLiveSources(
  store: Pick<Store, 'sources' | 'status'>,
  health: (sourceId: string) => SourceHealth,
  epoch: string,
): LiveSources {
  const sources = createLiveCollection<Source>({ key: (source) => source.id, epoch })
  const pages = createLiveCollection<ProviderPage>({ key: (page) => page.sourceId, epoch })

  return {
    sources,
    pages,
    publishSource(sourceId) {
      const stored = store.sources.get(sourceId)
      if (stored === null) sources.delete([sourceId])
      else sources.set([shownSource(stored, health(sourceId))])
    },
    publishPage(sourceId) {
      const page = store.status.page(sourceId)
      if (page === null) pages.delete([sourceId])
      else pages.set([page])
    },
    publishAll() {
      sources.replaceAll(store.sources.list().map((stored) => shownSource(stored, health(stored.id))))
      pages.replaceAll(store.status.pages())
    },
  }
}

/** A source without its secrets: only which are set. */
function shownSource({ sealedSecrets, config, ...stored }: StoredSource, health: SourceHealth): Source {
  return {
    ...stored,
    config: sourceSchema.shape.config.parse(config),
    secretsSet: Object.keys(sealedSecrets),
    health,
  }
}
