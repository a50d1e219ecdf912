import type { MeridianClient } from '../../shared/contract/index.ts'

/** What the hub takes of one file; its contract says so too. */
export const LARGEST_FILE_BYTES = 2 * 1024 ** 3

/**
 * What one message carries. The contract takes four times that, but writing such a part into a frame holds the page for
 * too long. A multiple of three, so that base64 needs no filling.
 */
export const PART_BYTES = 3 * 256 * 1024

/** A part that fails so often on the way is given up. */
const MOST_TRIES = 5

/** What sending needs of the world. */
export interface SendingTools {
  readonly client: Pick<MeridianClient['records'], 'beginUpload' | 'sendPart'>
  /** Bytes as base64. Rejects where they cannot be read. */
  readonly encode: (part: Blob) => Promise<string>
  /** Whether the hub itself said no; anything else happened on the way, and the same part is sent again. */
  readonly isRefusal: (error: unknown) => boolean
  /** Resolves once there is a connection; rejects when the signal aborts. */
  readonly connected: (signal: AbortSignal) => Promise<void>
}

/** The browser could not read the file: it is gone, was changed meanwhile, or may not be read. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError'
}

export interface SendingSteps {
  /** The hub knows the file by this id now; whoever gives up must have it forgotten. */
  readonly onBegun: (uploadId: string) => void
  /** Bytes that the hub has. */
  readonly onSent: (bytes: number) => void
}

/** Sends a file in parts. Gives the id under which the hub has it. Rejects when the signal aborts. */
export async function sendFile(
  file: File,
  tools: SendingTools,
  signal: AbortSignal,
  steps: SendingSteps,
): Promise<string> {
  const { size } = file
  const { uploadId } = await tools.client.beginUpload({ fileName: file.name, bytes: size }, { signal })
  steps.onBegun(uploadId)
  let sent = 0
  while (sent < size) {
    const base64 = await encodePart(file, sent, Math.min(sent + PART_BYTES, size), tools)
    signal.throwIfAborted()
    const { received } = await sendPart({ uploadId, offset: sent, base64 }, tools, signal)
    if (received <= sent || received > size) throw new Error(`The hub has ${received} bytes after ${sent}.`)
    sent = received
    steps.onSent(sent)
  }
  return uploadId
}

async function encodePart(file: File, from: number, to: number, tools: SendingTools): Promise<string> {
  try {
    return await tools.encode(file.slice(from, to))
  } catch (error) {
    throw new UnreadableFileError(`${file.name} cannot be read.`, { cause: error })
  }
}

interface Part {
  readonly uploadId: string
  readonly offset: number
  readonly base64: string
}

/** A part sent twice is kept once, so a part whose answer was lost is simply sent again. */
async function sendPart(part: Part, tools: SendingTools, signal: AbortSignal): Promise<{ received: number }> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tools.client.sendPart(part, { signal })
    } catch (error) {
      signal.throwIfAborted()
      if (tools.isRefusal(error) || tries === MOST_TRIES) throw error
      await tools.connected(signal)
    }
  }
}
