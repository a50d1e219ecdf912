export interface FileToSave {
  readonly fileName: string
  readonly mediaType: string
  readonly text: string
}

/**
 * Hands a text to the browser as a file to keep. A link to a blob works under the page's content policy and in the
 * desktop program alike: a download is neither a fetch nor a navigation.
 */
export function saveFile({ fileName, mediaType, text }: FileToSave): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download has its own hold on the blob once the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
