import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../app/client.tsx'
import { useAction } from '../app/use-action.ts'
import { useViewerZone } from '../app/viewer-zone.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { ChevronDownIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/menu.tsx'
import { saveBytes } from '../ui/save-file.ts'

const FORMATS = ['markdown', 'html', 'pdf'] as const

/** The stored report as a file. */
export function ExportReport({ reportId, isUnsaved }: { reportId: string; isUnsaved: boolean }) {
  const { t } = useTranslation('incidentReport')
  const client = useClient()
  const { timeZone } = useViewerZone()
  const [saved, setSaved] = useState<string | null>(null)
  const action = useAction(async (format: (typeof FORMATS)[number]) => {
    setSaved(null)
    const file = await client.incidentReports.export({ reportId, format, timeZone })
    saveBytes(file)
    setSaved(file.fileName)
  })
  const outcome = saved === null ? null : t('exported', { fileName: saved })
  return (
    <>
      <Menu
        label={t('exportAs')}
        trigger={
          <Button isPending={action.isPending} isDisabled={isUnsaved}>
            {t('exportAs')}
            <ChevronDownIcon />
          </Button>
        }
        sections={[
          {
            id: 'formats',
            label: t('exportAs'),
            choices: FORMATS.map((format) => ({
              id: format,
              label: t(`formats.${format}`),
              onAction: () => void action.run(format),
            })),
          },
        ]}
      />
      <output>{isUnsaved ? t('saveFirst') : outcome}</output>
      <FailureNote error={action.error} />
    </>
  )
}
