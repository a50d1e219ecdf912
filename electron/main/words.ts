import { createInstance, type i18n } from 'i18next'
import { english } from '../../shared/i18n/en/index.ts'
import { spanish } from '../../shared/i18n/es/index.ts'

/** The shell's own translator over the same catalogue as the page. */
export async function createWords(language: 'en' | 'es'): Promise<i18n> {
  const words = createInstance()
  await words.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: english }, es: { translation: spanish } },
    interpolation: { escapeValue: false },
  })
  return words
}
