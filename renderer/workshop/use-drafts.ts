import { useState } from 'react'
import { type Draft, type Drafts, forgetDraft, keepDraft, readDrafts } from './drafts.ts'

export interface DraftsInHand {
  readonly drafts: Drafts
  readonly put: (draft: Draft) => void
  readonly discard: (address: string) => void
  /** False once the browser refused to keep one: it lasts only as long as this page. */
  readonly isKept: boolean
}

/** The drafts of this browser; every change is kept at once, so that nothing typed is lost with the page. */
export function useDrafts(): DraftsInHand {
  const [drafts, setDrafts] = useState<Drafts>(() => readDrafts(localStorage))
  const [isKept, setKept] = useState(true)

  function put(draft: Draft): void {
    setKept(keepDraft(localStorage, draft))
    setDrafts((held) => new Map(held).set(draft.address, draft))
  }

  function discard(address: string): void {
    forgetDraft(localStorage, address)
    setDrafts((held) => new Map([...held].filter(([key]) => key !== address)))
  }

  return { drafts, put, discard, isKept }
}
