import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import styles from './settings.module.css'
import type { SettingsDraft } from './use-settings-draft.ts'

/** Save and discard of one section, and how it went. */
export function SaveBar({ settings, isValid }: { settings: SettingsDraft; isValid: boolean }) {
  const { t } = useTranslation('settings')
  return (
    <div className={styles['saveBar']}>
      <FailureNote error={settings.error} />
      {settings.isSaved && !settings.isChanged && <Banner tone="good">{t('saved')}</Banner>}
      {settings.isChanged && (
        <div className={styles['buttons']}>
          <Button
            variant="primary"
            onPress={() => void settings.save()}
            isDisabled={!isValid}
            isPending={settings.isSaving}
          >
            {t(settings.isSaving ? 'saving' : 'save')}
          </Button>
          <Button onPress={() => settings.discard()}>{t('discard')}</Button>
          <span className={styles['muted']}>{t('unsaved')}</span>
        </div>
      )}
    </div>
  )
}
