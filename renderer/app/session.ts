export type SignInProblem = 'wrong' | 'tooMany' | 'failed'

/** Proves who sits here; the hub answers with a cookie the page never sees. Null when it worked. */
export async function openSession(name: string, password: string): Promise<SignInProblem | null> {
  try {
    const answer = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password }),
    })
    if (answer.ok) return null
    if (answer.status === 429) return 'tooMany'
    return answer.status < 500 ? 'wrong' : 'failed'
  } catch {
    return 'failed'
  }
}

/** Ends the session at the hub and in this browser; false when the hub did not answer and it goes on. */
export async function closeSession(): Promise<boolean> {
  try {
    return (await fetch('/session', { method: 'DELETE' })).ok
  } catch {
    return false
  }
}
