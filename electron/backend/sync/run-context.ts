import type { Connector, RunContext } from '../connectors/connector.ts'
import type { HttpClient } from '../connectors/http-client.ts'
import { SourceFault } from '../connectors/source-fault.ts'

/** The connector of a kind. Throws SourceFault `misconfigured` where this build has none. */
export function connectorOf(connectors: ReadonlyMap<string, Connector>, kind: string): Connector {
  const connector = connectors.get(kind)
  if (connector !== undefined) return connector
  throw new SourceFault('misconfigured', `this Meridian has no connector "${kind}"`)
}

/** What the connector's run may use. Throws SourceFault `misconfigured` naming the settings it refuses. */
export function createRunContext(
  connector: Connector,
  settings: { config: unknown; secrets: Readonly<Record<string, string>> },
  means: { http: HttpClient; now: () => number; signal: AbortSignal },
): RunContext<unknown> {
  const parsed = connector.configSchema.safeParse(settings.config)
  if (parsed.success) return { config: parsed.data, secrets: settings.secrets, ...means }
  const places = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'settings'}: ${issue.message}`)
  throw new SourceFault('misconfigured', places.join('; '))
}
