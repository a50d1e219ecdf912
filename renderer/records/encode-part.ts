/** Bytes as base64, made by the browser beside the page's own work. Rejects where the file cannot be read any more. */
export function encodePart(part: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const reader = new FileReader()
  reader.addEventListener('error', () => reject(reader.error ?? new Error('The file cannot be read.')))
  reader.addEventListener('load', () => {
    // `data:application/octet-stream;base64,…`
    const { result } = reader
    resolve(typeof result === 'string' ? result.slice(result.indexOf(',') + 1) : '')
  })
  reader.readAsDataURL(part)
  return promise
}
