/** UTF-16 by its mark or its zeros; null where it is neither. `head` is the first bytes of a file. */
export function wideEncodingOf(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  // Delimiters and digits of any table are ASCII: in UTF-16 every second byte of them is zero.
  const sample = head.subarray(0, 400)
  const zerosAt = (parity: number): number =>
    sample.filter((byte, index) => byte === 0 && index % 2 === parity).length
  if (zerosAt(1) > sample.length / 4) return 'utf-16le'
  if (zerosAt(0) > sample.length / 4) return 'utf-16be'
  return null
}
