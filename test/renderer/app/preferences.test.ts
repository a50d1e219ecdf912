import { expect, test } from 'vitest'
import { parsePreferences } from '../../../renderer/app/preferences.ts'

test('the first visit follows the browser’s language and is dark and compact', () => {
  expect(parsePreferences(null, 'es-MX')).toEqual({ theme: 'dark', language: 'es', density: 'compact' })
  expect(parsePreferences(null, 'fr')).toEqual({ theme: 'dark', language: 'en', density: 'compact' })
})

test.each(['{"theme":"pink","density":3}', 'not json', '[]', 'null', '"light"'])(
  'what cannot be used of %s counts as not chosen',
  (text) => {
    expect(parsePreferences(text, 'en')).toEqual({ theme: 'dark', language: 'en', density: 'compact' })
  },
)

test('what was chosen holds', () => {
  const chosen = { theme: 'light', language: 'es', density: 'comfortable' }
  expect(parsePreferences(JSON.stringify(chosen), 'en')).toEqual(chosen)
})
