import { domain, type Domain } from '../../../../shared/records/domain.ts'
import { channel, type Channel } from '../../../../shared/records/ticket.ts'

/** The domain of responsibility a source's word names; null for none of them. */
export function domainOf(value: string | null): Domain | null {
  return domain.safeParse(value?.trim().toLowerCase()).data ?? null
}

const CHANNEL_WORDS: Readonly<Record<string, Channel>> = {
  'e-mail': 'email',
  mail: 'email',
  call: 'phone',
  telephone: 'phone',
  portal: 'web',
  website: 'web',
}

/** The channel a source's word names; null for none we know. */
export function channelOf(value: string | null): Channel | null {
  const word = value?.trim().toLowerCase() ?? ''
  return channel.safeParse(word).data ?? CHANNEL_WORDS[word] ?? null
}
