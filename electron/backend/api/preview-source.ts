import type { SourcePreview } from '../../../shared/contract/sources.ts'
import type { FaultCode } from '../../../shared/records/source.ts'
import type { Connector, RunContext } from '../connectors/connector.ts'
import { SourceFault } from '../connectors/source-fault.ts'
import type { Log } from '../log.ts'

/** Asks the source once; a source that cannot be read is a fault in the preview, not an error of the call. */
export async function previewSource(
  connector: Connector,
  context: RunContext<unknown>,
  log: Log,
): Promise<SourcePreview> {
  try {
    return await connector.preview(context)
  } catch (error) {
    if (error instanceof SourceFault) return faultPreview(error.code, error.detail, context.now())
    log('error', `Preview of ${connector.kind} failed.`, { error })
    return faultPreview('internal', `the ${connector.label} connector failed`, context.now())
  }
}

export function faultPreview(code: FaultCode, detail: string, at: number): SourcePreview {
  return {
    fault: { code, detail, at },
    tickets: [],
    observed: { queues: [], statuses: [], severities: [], fields: [] },
    snapshot: null,
    refusals: [],
  }
}
