import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { ChevronDownIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/menu.tsx'
import styles from './export-menu.module.css'
import type { ClockExport } from './use-clock-export.ts'

export function ExportMenu({ run, isPending }: Pick<ClockExport, 'run' | 'isPending'>) {
  const { t } = useTranslation('ticket')
  const choices = (['csv', 'json'] as const).map((format) => ({
    id: format,
    label: t(`export.${format}`),
    help: t(`export.${format}Help`),
    onAction: () => run(format),
  }))
  return (
    <Menu
      label={t('export.button')}
      trigger={
        <Button isPending={isPending}>
          {t('export.button')}
          <ChevronDownIcon />
        </Button>
      }
      sections={[{ id: 'formats', label: t('export.button'), choices }]}
    />
  )
}

/** What became of the export: said where it was asked for. */
export function ExportOutcome({ saved, isPending, error }: Omit<ClockExport, 'run'>) {
  const { t } = useTranslation('ticket')
  const words = isPending ? t('export.working') : saved === null ? null : savedWords(saved)
  function savedWords({ format, fileName }: NonNullable<ClockExport['saved']>): string {
    return t(format === 'json' ? 'export.savedEvidence' : 'export.saved', { fileName })
  }
  return (
    <>
      <output className={styles['outcome']}>{words}</output>
      <FailureNote error={error} />
    </>
  )
}
