import { useMemo, useState } from 'react'
import type { PolicyCheck } from '../../shared/contract/policies.ts'
import { useClient } from '../app/client.tsx'
import { useQuery } from '../app/use-query.ts'
import { placesIn, type TextPlace } from './policy-text.ts'
import { useSettled } from '../app/use-settled.ts'

/** After the last key: long enough not to ask at every letter, short enough to feel at once. */
const CHECK_DELAY_MS = 300

/** Something wrong with a text, and where that stands in it. */
export interface TextProblem extends TextPlace {
  readonly place: string
  readonly reason: string
}

export interface CheckedText {
  /** The text that was checked. */
  readonly text: string
  readonly problems: readonly TextProblem[]
  readonly policy: PolicyCheck['policy']
}

export interface PolicyChecking {
  /** The last answer; of an earlier text while `isCurrent` is false. */
  readonly checked: CheckedText | null
  /** The last text that had no problems, and what it says. */
  readonly lastGood: CheckedText | null
  readonly isCurrent: boolean
  readonly error: unknown
}

/** Has the hub check a text as it is typed. `address` tells one contract from another. */
export function usePolicyCheck(address: string, text: string): PolicyChecking {
  const client = useClient()
  const settled = useSettled(text, CHECK_DELAY_MS)
  // Under one key the last answer stays on screen until the next; an answer that comes too late is dropped.
  const query = useQuery(
    `policy-check ${address}`,
    async (signal) => {
      const answer = await client.policies.check({ text: settled }, { signal })
      return { text: settled, answer }
    },
    settled,
  )
  const { data } = query
  const checked = useMemo((): CheckedText | null => {
    if (data === undefined) return null
    const placeOf = placesIn(data.text)
    const problems = data.answer.problems.map(({ place, reason, line }) => ({
      place,
      reason,
      ...placeOf(place, line),
    }))
    return { text: data.text, problems, policy: data.answer.policy }
  }, [data])

  const [lastGood, setLastGood] = useState<CheckedText | null>(null)
  if (checked !== null && checked.policy !== null && checked !== lastGood) setLastGood(checked)
  return { checked, lastGood, isCurrent: checked?.text === text, error: query.error }
}
