import { Trans, useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { FixConfirmation } from '../../shared/records/fix-confirmation.ts'
import { Parts } from '../analysis/parts.tsx'
import { useFigures } from '../analysis/use-figures.ts'
import { analysisPath } from '../app/paths.ts'
import { Banner } from '../ui/banner.tsx'
import { Instant } from '../ui/instant.tsx'

/** Said above everything else of a case: it passes for fixed, and is not. */
export function FailedFixBanner({ confirmation }: { confirmation: FixConfirmation }) {
  const { t } = useTranslation('analysis')
  const { count } = useFigures()
  const { signature, at, after, analysisId } = confirmation
  return (
    <Banner tone="trouble" actions={<Link href={analysisPath(analysisId)}>{t('title')}</Link>}>
      <Trans
        t={t}
        i18nKey="ticket.notFixed"
        values={{ after: count(after.failed), afterAll: count(after.total) }}
        components={{ parts: <Parts parts={signature.parts} />, when: <Instant at={at} /> }}
      />
    </Banner>
  )
}
