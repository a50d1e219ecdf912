import { applyEdits } from 'jsonc-parser'
import { useState } from 'react'
import type { PolicySummary } from '../../shared/contract/policies.ts'
import { useClient } from '../app/client.tsx'
import { refusalOf } from '../app/describe-error.ts'
import { useAction } from '../app/use-action.ts'
import { idOf, placesIn, type TextEdit, versionOf, withVersion } from './policy-text.ts'
import type { TextProblem } from './use-policy-check.ts'

/** What the hub would not keep, and where that stands in the text it was given. */
export interface Refusal {
  readonly text: string
  readonly problem: TextProblem
}

/** The contract whose version the text would have to pass. */
export interface HeldVersion {
  readonly id: string
  readonly version: number
}

export interface Saving {
  readonly save: () => void
  /** Set while somebody has to say whether the version may be raised. */
  readonly question: HeldVersion | null
  readonly raiseAndSave: (held: HeldVersion) => void
  readonly dismiss: () => void
  readonly isPending: boolean
  /** Why it failed, where that is nothing about the text. */
  readonly error: unknown
  readonly refusal: Refusal | null
}

export interface SavingInput {
  readonly text: string
  readonly policies: readonly PolicySummary[]
  readonly apply: (edits: readonly TextEdit[]) => void
  readonly onSaved: (policy: PolicySummary) => void
  readonly onRefused: (problem: TextProblem) => void
}

/** Keeps a text at the hub. Its version has to rise; what the hub refuses comes back as a place in the text. */
export function useSaving({ text, policies, apply, onSaved, onRefused }: SavingInput): Saving {
  const client = useClient()
  const [question, setQuestion] = useState<HeldVersion | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const keeping = useAction(async (wanted: string) => {
    try {
      onSaved(await client.policies.save({ text: wanted }))
    } catch (error) {
      const refused = refusalOf(error)
      if (refused === null) throw error
      const problem = { ...refused, ...placesIn(wanted)(refused.place, null) }
      setRefusal({ text: wanted, problem })
      onRefused(problem)
    }
  })

  function save(): void {
    const held = policies.find(({ id }) => id === idOf(text))
    const version = versionOf(text)
    if (held !== undefined && version !== null && version <= held.version) {
      setQuestion({ id: held.id, version: held.version })
      return
    }
    void keeping.run(text)
  }

  function raiseAndSave(held: HeldVersion): void {
    setQuestion(null)
    const edits = withVersion(text, held.version + 1)
    apply(edits)
    void keeping.run(applyEdits(text, edits))
  }

  return {
    save,
    question,
    raiseAndSave,
    dismiss: () => setQuestion(null),
    isPending: keeping.isPending,
    error: keeping.error,
    refusal,
  }
}
