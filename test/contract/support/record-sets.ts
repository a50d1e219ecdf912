import type { MeridianClient } from '../../../shared/contract/index.ts'
import type { Analysis } from '../../../shared/records/analysis.ts'
import type { AnalysisQuestion } from '../../../shared/records/analysis-question.ts'
import type { RecordSet } from '../../../shared/records/record-set.ts'
import { allOf } from '../../support/all-of.ts'
import { madeQuestion } from '../../support/made-analysis.ts'

/** Sends a text as a file, in parts of so many bytes. Gives the id of the upload. */
export async function sendFile(
  client: MeridianClient,
  fileName: string,
  text: string,
  partBytes = 10_000,
): Promise<string> {
  const bytes = Buffer.from(text)
  const { uploadId } = await client.records.beginUpload({ fileName, bytes: bytes.length })
  for (let offset = 0; offset < bytes.length; offset += partBytes) {
    const base64 = bytes.subarray(offset, offset + partBytes).toString('base64')
    await client.records.sendPart({ uploadId, offset, base64 })
  }
  return uploadId
}

/** Reads a text in as a record set of its own. */
export async function readIn(client: MeridianClient, fileName: string, text: string): Promise<RecordSet> {
  const uploadIds = [await sendFile(client, fileName, text)]
  const steps = await client.records.importUploads({ uploadIds, ...namedAs(fileName) })
  for (const step of await allOf(steps)) if (step.kind === 'result') return step.recordSet
  throw new Error('The import ended without a record set.')
}

function namedAs(name: string) {
  return { name, timeZone: 'UTC', profileId: null }
}

/** Calls fail from SIP code 400 on. */
export function codeQuestion(recordSetId: string, change: Partial<AnalysisQuestion> = {}): AnalysisQuestion {
  const { definition } = madeQuestion()
  return madeQuestion({ recordSetId, definition: { ...definition, failed: 'sip_code >= 400' }, ...change })
}

/** Asks a question and gives what was kept. */
export async function analysed(
  client: MeridianClient,
  input: { question: AnalysisQuestion; ticketId?: string | null },
): Promise<Analysis> {
  const steps = await allOf(await client.analyses.run(input))
  const last = steps.at(-1)
  if (last?.kind !== 'result') throw new Error('The analysis ended without a result.')
  return last.analysis
}
