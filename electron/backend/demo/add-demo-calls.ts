import type { MeridianClient } from '../../../shared/contract/index.ts'
import { demoCalls } from './demo-calls.ts'

/** Gives the demo world a file of calls to look into, the way a page gives one. `end` is UTC milliseconds. */
export async function addDemoCalls(client: MeridianClient, seed: number, end: number): Promise<void> {
  const file = Buffer.from(demoCalls(seed, end))
  const { uploadId } = await client.records.beginUpload({ fileName: 'demo-calls.csv', bytes: file.length })
  await client.records.sendPart({ uploadId, offset: 0, base64: file.toString('base64') })
  const steps = await client.records.importUploads({
    uploadIds: [uploadId],
    name: 'Demo: calls of six hours',
    timeZone: 'UTC',
    profileId: null,
  })
  // The set is kept once the stream was read to its end.
  for await (const step of steps) if (step.kind === 'result') return
}
