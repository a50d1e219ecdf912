import { describe, expect, test } from 'vitest'
import { forgetDraft, keepDraft, readDrafts } from '../../../renderer/workshop/drafts.ts'

/** A browser's storage over a map; `room` is how many characters it takes. */
function storageOf(entries: Record<string, string>, room = Number.POSITIVE_INFINITY): Storage {
  const held = new Map(Object.entries(entries))
  return {
    get length() {
      return held.size
    },
    clear: () => held.clear(),
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    removeItem: (key) => void held.delete(key),
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      held.set(key, value)
    },
  }
}

const DRAFT = { address: 'voice', text: '{ "id": "voice" }', basedOn: { policyId: 'voice', version: 2 } }

describe('drafts', () => {
  test('come back as they were kept, until they are forgotten', () => {
    const storage = storageOf({ 'meridian.preferences': '{}' })
    expect(keepDraft(storage, DRAFT)).toBe(true)
    expect([...readDrafts(storage).values()]).toEqual([DRAFT])
    forgetDraft(storage, 'voice')
    expect(readDrafts(storage).size).toBe(0)
    expect(storage.length).toBe(1)
  })

  test('say when the browser would not keep them', () => {
    expect(keepDraft(storageOf({}, 10), DRAFT)).toBe(false)
  })

  test.each(['', 'null', '{', '{}', '{"text":"x"}', '{"text":"x","basedOn":{"policyId":"a"}}', '[1]'])(
    'that cannot be read count as none: %s',
    (stored) => {
      expect(readDrafts(storageOf({ 'meridian.policy-draft.voice': stored })).size).toBe(0)
    },
  )
})
