import type { i18n as I18n } from 'i18next'
import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { I18nextProvider } from 'react-i18next'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { HubProvider } from './client.tsx'
import type { Hub } from './hub.ts'
import { changeLanguage } from './i18n.ts'
import { KeysProvider } from './keys.tsx'
import { usePreferences } from './preferences.ts'
import { Screens } from './routes.tsx'

export function App({ hub, i18n }: { hub: Hub; i18n: I18n }) {
  const { language } = usePreferences()
  useEffect(() => {
    void changeLanguage(i18n, language)
  }, [i18n, language])
  return (
    <HubProvider hub={hub}>
      <I18nextProvider i18n={i18n}>
        <I18nProvider locale={language === 'en' ? 'en-GB' : language}>
          {/* oxlint-disable-next-line react/hooks -- how wouter is told to route by the hash */}
          <Router hook={useHashLocation}>
            <KeysProvider>
              <Screens />
            </KeysProvider>
          </Router>
        </I18nProvider>
      </I18nextProvider>
    </HubProvider>
  )
}
