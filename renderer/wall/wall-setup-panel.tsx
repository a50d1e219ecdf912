import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../app/paths.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { isTimeZone } from '../ui/time-zone.ts'
import type { WallFont } from './use-wall-font.ts'
import styles from './wall-setup-panel.module.css'
import { type LimitedName, SETUP_LIMITS, type WallSetup } from './wall-setup.ts'

export interface WallSetupPanelProps {
  setup: WallSetup
  font: WallFont
  onChange: (setup: WallSetup) => void
  onClose: () => void
}

/** Screen, distance and look of one wall; changes show at once behind the panel. */
export function WallSetupPanel({ setup, font, onChange, onClose }: WallSetupPanelProps) {
  const { t, i18n } = useTranslation('wall')
  const [, navigate] = useLocation()
  const [zone, setZone] = useState(setup.timeZone ?? '')
  const isCut = font.letterMm < font.wantedMm - 0.05

  function figure(name: LimitedName) {
    const { least, most } = SETUP_LIMITS[name]
    return {
      value: setup[name],
      minValue: least,
      maxValue: most,
      onChange: (value: number) => {
        if (value >= least && value <= most) onChange({ ...setup, [name]: value })
      },
    }
  }

  function changeZone(text: string): void {
    setZone(text)
    const name = text.trim()
    if (name === '' || isTimeZone(name)) onChange({ ...setup, timeZone: name === '' ? null : name })
  }

  function millimetres(value: number): string {
    return value.toLocaleString(i18n.language, { maximumFractionDigits: 1 })
  }

  return (
    <Dialog
      title={t('setup.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onPress={() => navigate(paths.board)}>
            {t('setup.leave')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t('setup.done')}
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <p className={styles['wide']}>{t('setup.lead')}</p>
        <NumberField label={t('setup.inches')} {...figure('inches')} />
        <NumberField label={t('setup.distance')} step={0.1} {...figure('distanceMetres')} />
        <NumberField label={t('setup.arc')} help={t('setup.arcHelp')} {...figure('arcMinutes')} />
        <NumberField label={t('setup.seconds')} {...figure('pageSeconds')} />
        <TextField
          label={t('setup.zone')}
          help={t('setup.zoneHelp')}
          placeholder="Europe/Madrid"
          value={zone}
          onChange={changeZone}
          error={zone.trim() !== '' && !isTimeZone(zone.trim()) ? t('setup.badZone') : undefined}
          spellCheck="false"
        />
        <SelectField
          label={t('setup.theme')}
          value={setup.theme}
          onChange={(theme) => onChange({ ...setup, theme })}
          choices={[
            { value: 'dark', label: t('setup.dark') },
            { value: 'light', label: t('setup.light') },
          ]}
        />
        <output className={styles['wide']}>
          {isCut
            ? t('setup.tooSmall', { mm: millimetres(font.letterMm), wanted: millimetres(font.wantedMm) })
            : t('setup.result', { mm: millimetres(font.letterMm), px: Math.round(font.fontPx) })}
        </output>
      </div>
    </Dialog>
  )
}
