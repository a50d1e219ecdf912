import { useState } from 'react'
import type { Finding } from '../../shared/records/analysis.ts'
import { findingElementId } from './finding-element.ts'

export interface FindingChoice {
  readonly active: Finding | null
  readonly activeId: string | null
  readonly activate: (findingId: string) => void
  /** Moves down or up and takes the focus along. */
  readonly move: (by: 1 | -1) => void
  readonly isWhyOpen: (findingId: string) => boolean
  readonly toggleWhy: (findingId: string) => void
}

/** Which finding is looked at, at first the strongest, and whose reasons are open. */
export function useFindingChoice(findings: readonly Finding[]): FindingChoice {
  const [chosen, activate] = useState<string | null>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const active = findings.find(({ id }) => id === chosen) ?? findings[0] ?? null

  function move(by: 1 | -1): void {
    const from = active === null ? 0 : findings.indexOf(active)
    // The first press shows which one is active already.
    const isUnseen = active !== null && document.activeElement?.id !== findingElementId(active.id)
    const next = findings[isUnseen && chosen === null ? from : from + by] ?? active
    if (next === null) return
    activate(next.id)
    document.getElementById(findingElementId(next.id))?.focus()
  }

  function toggleWhy(findingId: string): void {
    setOpen((held) => {
      const next = new Set(held)
      if (!next.delete(findingId)) next.add(findingId)
      return next
    })
  }

  return {
    active,
    activeId: active?.id ?? null,
    activate,
    move,
    isWhyOpen: (findingId) => open.has(findingId),
    toggleWhy,
  }
}
