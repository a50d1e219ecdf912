import { createInstance, type i18n } from 'i18next'
import { english } from '../../../shared/i18n/en/index.ts'
import { spanish } from '../../../shared/i18n/es/index.ts'

/** The catalogues of the page for whoever writes outside it. A key begins with its subject: `sla.state.met`. */
export async function createWords(language: 'en' | 'es'): Promise<i18n> {
  const words = createInstance()
  await words.init({
    lng: language,
    fallbackLng: 'en',
    ns: Object.keys(english),
    // Subjects are namespaces as in the page, so that a sentence may name another of its own subject.
    nsSeparator: '.',
    resources: { en: english, es: spanish },
    interpolation: { escapeValue: false },
  })
  return words
}
