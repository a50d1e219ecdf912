import { useState } from 'react'
import { useNoticeText } from './use-notice-text.ts'
import type { Notice } from './notices.ts'

/** What a screen reader says of a notice, once: what later leaves the notice is not said again. */
export function NoticeAnnouncement({ notice }: { notice: Notice }) {
  const { title, lines } = useNoticeText(notice)
  const [said] = useState([title, ...lines].join('. '))
  return <p>{said}</p>
}
