/** An id nobody else has. `crypto.randomUUID` is missing where a hub is read over plain HTTP. */
export function freshId(): string {
  return crypto
    .getRandomValues(new Uint8Array(12))
    .reduce((id, byte) => id + byte.toString(16).padStart(2, '0'), '')
}
