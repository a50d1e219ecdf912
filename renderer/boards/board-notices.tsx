import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Source } from '../../shared/records/source.ts'
import { paths } from '../app/paths.ts'
import { useTicking } from '../app/now.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { formatAge } from '../ui/format-age.ts'
import { isStale } from './stale-sources.ts'

interface BoardNoticesProps {
  sources: readonly Source[]
  /** Open cases that no contract runs. */
  withoutContract: number
}

/** What is missing or old on this board, and from where; nothing when every help desk is current. */
export function BoardNotices({ sources, withoutContract }: BoardNoticesProps) {
  const desks = sources.filter((source) => source.role === 'tickets' && source.enabled)
  const misconfigured = desks.filter((source) => source.health.state === 'misconfigured')
  const others = desks.filter((source) => source.health.state !== 'misconfigured')
  return (
    <>
      {misconfigured.length > 0 && <Notice kind="misconfigured" sources={misconfigured} />}
      <UnreadNotices desks={others} />
      {withoutContract > 0 && <NoContractNotice count={withoutContract} />}
    </>
  )
}

/** Nothing counts down without a contract, and a board without clocks looks as if all were well. */
function NoContractNotice({ count }: { count: number }) {
  const { t } = useTranslation('board')
  const [, navigate] = useLocation()
  return (
    <Banner
      tone="warning"
      actions={<Button onPress={() => navigate(paths.settings)}>{t('notices.chooseContract')}</Button>}
    >
      {t('notices.noContract', { count })}
    </Banner>
  )
}

function UnreadNotices({ desks }: { desks: readonly Source[] }) {
  const staleIds = useTicking((now) =>
    desks
      .filter((source) => isStale(source, now))
      .map((source) => source.id)
      .join(' '),
  ).split(' ')
  const stale = desks.filter((source) => staleIds.includes(source.id))
  const read = stale.filter((source) => source.health.lastSuccessAt !== null)
  // One that is being read for the first time is no trouble yet.
  const never = stale.filter(({ health }) => health.lastSuccessAt === null && health.fault !== null)
  // Not old yet, but a pulled cable has to be said before everybody wonders.
  const failing = desks.filter(({ id, health }) => health.state === 'failing' && !staleIds.includes(id))
  return (
    <>
      {read.length > 0 && <Notice kind="stale" sources={read} />}
      {never.length > 0 && <Notice kind="never" sources={never} />}
      {failing.map((source) => (
        <FailingNotice key={source.id} source={source} />
      ))}
    </>
  )
}

function FailingNotice({ source }: { source: Source }) {
  const { t } = useTranslation(['faults', 'board'])
  const [, navigate] = useLocation()
  const { fault } = source.health
  if (fault === null) return null
  return (
    <Banner
      tone="warning"
      actions={<Button onPress={() => navigate(paths.sources)}>{t('board:notices.sources')}</Button>}
    >
      {t(`faults:${fault.code}`, { source: source.name })}
    </Banner>
  )
}

interface NoticeProps {
  kind: 'stale' | 'never' | 'misconfigured'
  sources: readonly Source[]
}

function Notice({ kind, sources }: NoticeProps) {
  const { t, i18n } = useTranslation('board')
  const [, navigate] = useLocation()
  const oldest = Math.min(...sources.map((source) => source.health.lastSuccessAt ?? Infinity))
  const age = useTicking((now) => (Number.isFinite(oldest) ? formatAge(now - oldest) : ''))
  const names = new Intl.ListFormat(i18n.language).format(sources.map((source) => source.name))
  return (
    <Banner
      tone="warning"
      actions={<Button onPress={() => navigate(paths.sources)}>{t('notices.sources')}</Button>}
    >
      {t(`notices.${kind}`, { count: sources.length, names, age })}
    </Banner>
  )
}
