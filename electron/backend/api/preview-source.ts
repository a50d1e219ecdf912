import type { SourcePreview } from '../../../shared/contract/sources.ts'
import type { FaultCode } from '../../../shared/records/source.ts'
import type { Connector } from '../connectors/connector.ts'
import type { HttpClient } from '../connectors/http-client.ts'
import { SourceFault } from '../connectors/source-fault.ts'
import type { Log } from '../log.ts'
import type { SecretKeeper } from '../secret-keeper.ts'
import { createRunContext } from '../sync/run-context.ts'
import { openSecretsForRun } from '../sync/source-secrets.ts'

/** Longest a person waits for the answer to "try these settings". */
const PREVIEW_TIMEOUT_MS = 45_000

export interface PreviewMeans {
  readonly http: HttpClient
  readonly secretKeeper: SecretKeeper
  readonly now: () => number
  readonly log: Log
}

export interface PreviewedSettings {
  readonly connector: Connector
  readonly config: unknown
  /** Given with the draft; they stand before the stored ones. */
  readonly secrets: Readonly<Record<string, string>>
  readonly sealedSecrets: Readonly<Record<string, string>>
}

/** Asks the source once. A source that cannot be read is a fault in the preview, not an error of the call. */
export async function previewSource(
  { connector, config, secrets, sealedSecrets }: PreviewedSettings,
  { http, secretKeeper, now, log }: PreviewMeans,
  callSignal: AbortSignal | undefined,
): Promise<SourcePreview> {
  const timeout = AbortSignal.timeout(PREVIEW_TIMEOUT_MS)
  const signal = callSignal === undefined ? timeout : AbortSignal.any([callSignal, timeout])
  try {
    const stored = await openSecretsForRun(secretKeeper, sealedSecrets)
    const settings = { config, secrets: { ...stored, ...secrets } }
    return await connector.preview(createRunContext(connector, settings, { http, now, signal }))
  } catch (error) {
    if (error instanceof SourceFault) return faultPreview(error.code, error.detail, now())
    log('error', `Preview of ${connector.kind} failed.`, { error })
    return faultPreview('internal', `the ${connector.label} connector failed`, now())
  }
}

function faultPreview(code: FaultCode, detail: string, at: number): SourcePreview {
  return {
    fault: { code, detail, at },
    tickets: [],
    observed: { queues: [], statuses: [], severities: [], fields: [] },
    snapshot: null,
    refusals: [],
  }
}
