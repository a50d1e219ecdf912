import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../app/keys.tsx'
import { FailedAcknowledgements } from './failed-acknowledgements.tsx'
import { useAlerts } from './alerts-context.tsx'
import { CARD_MARK } from './card-mark.ts'
import { NoticeAnnouncement } from './notice-announcement.tsx'
import { NoticeCard } from './notice-card.tsx'
import styles from './notice.module.css'
import { isLasting } from './notices.ts'

/** New alerts at the edge of the page, newest at the bottom, and what could not be acknowledged. */
export function NoticeArea() {
  const { t } = useTranslation('alerts')
  const { notices, failed, isListOpen } = useAlerts()
  const area = useRef<HTMLElement>(null)
  const before = useRef<Element | null>(null)

  function enter(): void {
    before.current = document.activeElement
    const cards = area.current?.querySelectorAll<HTMLElement>(`[${CARD_MARK}]`) ?? []
    Array.from(cards).at(-1)?.querySelector<HTMLElement>('footer button')?.focus()
  }
  useKeys(t('keys.group'), notices.length === 0 ? [] : [{ keys: 'g n', label: t('keys.notice'), run: enter }])

  /** A card that had the focus is gone: the person goes on where the notice found them. */
  function leave(): void {
    const held = before.current
    if (held === null || document.activeElement !== document.body) return
    before.current = null
    if (held instanceof HTMLElement) held.focus()
  }

  return (
    <section ref={area} aria-label={t('notices.label')} className={styles['area']}>
      <div aria-live="polite" className={styles['said']}>
        {notices.map(
          (notice) => !isLasting(notice) && <NoticeAnnouncement key={notice.id} notice={notice} />,
        )}
      </div>
      <div aria-live="assertive" className={styles['said']}>
        {notices.map((notice) => isLasting(notice) && <NoticeAnnouncement key={notice.id} notice={notice} />)}
      </div>
      {notices.map((notice, index) => (
        <NoticeCard key={notice.id} notice={notice} isNewest={index === notices.length - 1} onGone={leave} />
      ))}
      {failed !== null && !isListOpen && (
        <div className={styles['card']}>
          <FailedAcknowledgements />
        </div>
      )}
    </section>
  )
}
