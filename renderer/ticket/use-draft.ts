import { useClient } from '../app/client.tsx'
import { type Query, useQuery } from '../app/use-query.ts'

export type DraftLanguage = 'en' | 'es'

export interface Draft {
  readonly subject: string
  readonly text: string
}

/** What somebody made of drafts, by step and language. */
export type EditedDrafts = Readonly<Record<string, Draft>>

export interface DraftInput {
  readonly ticketId: string
  readonly stepId: string
  readonly language: DraftLanguage
  readonly drafts: EditedDrafts
  readonly onDrafts: (drafts: EditedDrafts) => void
}

export interface EditableDraft {
  /** As edited, else as drafted; null until there is one. */
  readonly draft: Draft | null
  readonly query: Query<Draft>
  readonly change: (draft: Draft) => void
}

/** The summary of a step in one language. Each language keeps its own edits. */
export function useDraft({ ticketId, stepId, language, drafts, onDrafts }: DraftInput): EditableDraft {
  const client = useClient()
  const key = `${stepId} ${language}`
  const query = useQuery(`draft ${ticketId} ${key}`, (signal) =>
    client.escalations.draft({ ticketId, stepId, language }, { signal }),
  )
  return {
    draft: drafts[key] ?? query.data ?? null,
    query,
    change: (draft) => onDrafts({ ...drafts, [key]: draft }),
  }
}
