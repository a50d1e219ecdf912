import type { FixConfirmation } from '../../shared/records/fix-confirmation.ts'

/**
 * The last try of a fix, if it found the fault still there. One with too few records tells nothing: what was known before
 * stands, as the hub itself holds it (`electron/backend/store/confirmation-store.ts`). Newest first.
 */
export function failedFix(confirmations: readonly FixConfirmation[]): FixConfirmation | null {
  const telling = confirmations.find(({ verdict }) => verdict !== 'too-few')
  return telling === undefined || telling.verdict === 'gone' ? null : telling
}
