import { useTranslation } from 'react-i18next'
import type { Finding } from '../../shared/records/analysis.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { MoreIcon } from '../ui/icons.tsx'
import { Menu } from '../ui/menu.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import styles from './finding-actions.module.css'
import type { FindingTools } from './finding-tools.ts'

export interface FindingActionsProps {
  finding: Finding
  number: number
  tools: FindingTools
  /** What became of the last copying of this finding; null where there was none. */
  copied: { readonly text: string; readonly isDone: boolean } | null
}

/** What can be done with one finding, by mouse; `use-analysis-keys.ts` has the same by key. */
export function FindingActions({ finding, number, tools, copied }: FindingActionsProps) {
  const { t } = useTranslation('analysis')
  const { exclude, within, confirm, report, examples, copy } = tools
  const rest = [
    { id: 'copy', label: t('actions.copy'), run: copy },
    ...(confirm === null ? [] : [{ id: 'confirm', label: t('actions.confirm'), run: confirm }]),
    ...(report === null ? [] : [{ id: 'report', label: t('actions.report'), run: report }]),
  ]
  return (
    <>
      <Toolbar label={t('actions.label', { number })}>
        {exclude !== null && (
          <Button variant="quiet" onPress={() => exclude(finding)}>
            {t('actions.exclude')}
          </Button>
        )}
        {within !== null && (
          <Button variant="quiet" onPress={() => within(finding)}>
            {t('actions.within')}
          </Button>
        )}
        <Button variant="quiet" onPress={() => examples(finding)}>
          {t('actions.examples')}
        </Button>
        <Menu
          label={t('actions.more', { number })}
          trigger={
            <IconButton label={t('actions.more', { number })}>
              <MoreIcon />
            </IconButton>
          }
          sections={[
            {
              id: 'more',
              label: t('actions.more', { number }),
              choices: rest.map(({ id, label, run }) => ({ id, label, onAction: () => run(finding) })),
            },
          ]}
        />
      </Toolbar>
      {copied !== null && (
        <output className={styles['copied']}>
          {t(copied.isDone ? 'actions.copied' : 'actions.notCopied', { text: copied.text })}
        </output>
      )}
    </>
  )
}
