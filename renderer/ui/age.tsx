import { useTicking } from '../app/now.tsx'
import { formatAge } from './format-age.ts'
import { formatUtc } from './format-instant.ts'

/** How long ago an instant was, ticking coarsely; hover shows the instant in UTC. */
export function Age({ at }: { at: number }) {
  const text = useTicking((now) => formatAge(now - at))
  return (
    <time dateTime={new Date(at).toISOString()} title={formatUtc(at)}>
      {text}
    </time>
  )
}
