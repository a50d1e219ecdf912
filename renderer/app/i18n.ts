import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { english } from '../../shared/i18n/en/index.ts'
import type { Preferences } from './preferences.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof english
  }
}

/** The catalogues as i18next wants them: one namespace per subject. English is built in, others are fetched. */
export async function createI18n(language: Preferences['language']): Promise<i18n> {
  const instance = createInstance()
  await instance.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'app',
    ns: Object.keys(english),
    resources: { en: english },
    // React writes text as text; escaping here as well would show entities.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  // A page in English is better than none: a wall that starts while its hub goes away must still come up.
  await changeLanguage(instance, language).catch(reportError)
  return instance
}

/** Fetches the catalogue when it is first wanted. */
export async function changeLanguage(instance: i18n, language: Preferences['language']): Promise<void> {
  if (language === 'es' && !instance.hasResourceBundle('es', 'app')) {
    const { spanish } = await import('../../shared/i18n/es/index.ts')
    for (const [subject, words] of Object.entries(spanish)) instance.addResourceBundle('es', subject, words)
  }
  await instance.changeLanguage(language)
}
