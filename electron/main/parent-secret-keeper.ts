import type { SecretKeeper } from '../backend/secret-keeper.ts'
import type { FromBackend, ToBackend } from './backend-messages.ts'

/** Seals through the main process, which alone reaches the desktop's key store. */
export interface ParentSecretKeeper extends SecretKeeper {
  /** To be called with every `secret-answer` that arrives. */
  answered(answer: Extract<ToBackend, { kind: 'secret-answer' }>): void
}

export function createParentSecretKeeper(tell: (message: FromBackend) => void): ParentSecretKeeper {
  const waiting = new Map<number, PromiseWithResolvers<string>>()
  let lastId = 0

  function ask(operation: 'seal' | 'open', text: string): Promise<string> {
    lastId += 1
    const answer = Promise.withResolvers<string>()
    waiting.set(lastId, answer)
    tell({ kind: 'secret', id: lastId, operation, text })
    return answer.promise
  }

  function answered(answer: Extract<ToBackend, { kind: 'secret-answer' }>): void {
    const asked = waiting.get(answer.id)
    if (asked === undefined) return
    waiting.delete(answer.id)
    if (answer.text !== null) asked.resolve(answer.text)
    else asked.reject(new Error(answer.refusal ?? 'The secret was not kept.'))
  }

  return { seal: (text) => ask('seal', text), open: (sealed) => ask('open', sealed), answered }
}
