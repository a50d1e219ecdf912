import { useTicking } from '../app/now.tsx'
import { formatAge } from './format-age.ts'
import { formatUtc } from './format-instant.ts'

export interface AgeSentenceProps {
  /** UTC milliseconds. */
  at: number
  /** Puts the age into its sentence: word order differs between languages. */
  say: (age: string) => string
}

/** How long ago something was, as a sentence; hover shows the instant in UTC. */
export function AgeSentence({ at, say }: AgeSentenceProps) {
  const age = useTicking((now) => formatAge(now - at))
  return (
    <time dateTime={new Date(at).toISOString()} title={formatUtc(at)}>
      {say(age)}
    </time>
  )
}
