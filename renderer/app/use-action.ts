import { useCallback, useState } from 'react'

export interface Action<Input> {
  /** Resolves to whether it worked; never rejects. */
  readonly run: (input: Input) => Promise<boolean>
  readonly isPending: boolean
  readonly error: unknown
  readonly clearError: () => void
}

/** A command of the contract with its progress and its refusal, for a button or a form. */
export function useAction<Input>(command: (input: Input) => Promise<unknown>): Action<Input> {
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function run(input: Input): Promise<boolean> {
    setPending(true)
    setError(null)
    try {
      await command(input)
      return true
    } catch (reason) {
      setError(reason)
      return false
    } finally {
      setPending(false)
    }
  }

  const clearError = useCallback(() => setError(null), [])
  return { run, isPending, error, clearError }
}
