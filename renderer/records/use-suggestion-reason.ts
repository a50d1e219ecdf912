import { useTranslation } from 'react-i18next'

/** Reasons this page has words for; any other is only "probably". */
const REASONS = ['sip-code', 'status', 'release-cause', 'duration'] as const

/** Why a meaning of failing is suggested, in words. */
export function useSuggestionReason(): (reason: string) => string {
  const { t } = useTranslation('records')
  return (reason) => t(`suggestions.${REASONS.find((known) => known === reason) ?? 'other'}`)
}
