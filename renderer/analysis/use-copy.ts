import { useState } from 'react'

export interface Copied {
  /** What it was copied for. */
  readonly key: string
  readonly text: string
  /** False where the browser refused: over plain HTTP no page may write to the clipboard. */
  readonly isDone: boolean
}

/** Puts texts on the clipboard, and knows what became of the last one. */
export function useCopy(): { copied: Copied | null; copy: (key: string, text: string) => void } {
  const [copied, setCopied] = useState<Copied | null>(null)

  async function write(key: string, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      setCopied({ key, text, isDone: true })
    } catch {
      setCopied({ key, text, isDone: false })
    }
  }

  return { copied, copy: (key, text) => void write(key, text) }
}
