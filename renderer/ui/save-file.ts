export interface FileToSave {
  readonly fileName: string
  readonly mediaType: string
  readonly text: string
}

/** A file that is not text, as the contract sends it. */
export interface BytesToSave {
  readonly fileName: string
  readonly mediaType: string
  readonly base64: string
}

/**
 * Hands a text to the browser as a file to keep. A link to a blob works under the page's content policy and in the
 * desktop program alike: a download is neither a fetch nor a navigation.
 */
export function saveFile({ fileName, mediaType, text }: FileToSave): void {
  saveBlob(fileName, new Blob([text], { type: `${mediaType};charset=utf-8` }))
}

/** The same for bytes. */
export function saveBytes({ fileName, mediaType, base64 }: BytesToSave): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  saveBlob(fileName, new Blob([bytes], { type: mediaType }))
}

function saveBlob(fileName: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download has its own hold on the blob once the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
