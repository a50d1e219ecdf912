/** The contract takes 8 MB of content; larger files go by a watched path or the command line. */
export const LARGEST_FILE_BYTES = 8_000_000

/** Bytes as base64, in pieces: one call with millions of arguments would overflow the stack. */
export function toBase64(bytes: Uint8Array): string {
  const PIECE = 32_768
  let text = ''
  for (let start = 0; start < bytes.length; start += PIECE) {
    text += String.fromCharCode(...bytes.subarray(start, start + PIECE))
  }
  return btoa(text)
}

export type ReadFile =
  | { kind: 'read'; fileName: string; base64: string }
  | { kind: 'too-large' | 'empty'; fileName: string; bytes: number }

/** Reads a picked or dropped file for sending. Rejects where the browser cannot read it (gone, no permission). */
export async function readForSending(file: File): Promise<ReadFile> {
  if (file.size > LARGEST_FILE_BYTES) return { kind: 'too-large', fileName: file.name, bytes: file.size }
  if (file.size === 0) return { kind: 'empty', fileName: file.name, bytes: 0 }
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { kind: 'read', fileName: file.name, base64: toBase64(bytes) }
}
