import type { Side } from '../../../../shared/records/domain.ts'
import { SourceFault } from '../source-fault.ts'
import type { RtApi } from './api.ts'
import { rtUser, type RtTicket, type RtUser } from './answers.ts'

const SYSTEM_USER = 'RT_System'
const NOBODY = 'Nobody'

type SideOf = (name: string, ticket: RtTicket) => Side

/** Looks people up once per run: who is staff, and whose number an owner change names. */
export interface People {
  /** Looks up everybody who acts in these transactions or is named by number; afterwards the rest is plain. */
  meet(names: Iterable<string>): Promise<void>
  readonly sideOf: SideOf
  /** The name behind a user number; null for nobody. An unknown number stays as it is. */
  nameOf(number: string | null | undefined): string | null
}

export function createPeople(api: RtApi, mnoSenders: readonly string[]): People {
  const known = new Map<string, RtUser | null>()
  const mno = mnoSenders.map((sender) => sender.toLowerCase().replace(/^@/, ''))

  async function meet(names: Iterable<string>): Promise<void> {
    for (const name of new Set(names)) {
      if (name !== SYSTEM_USER && name !== '' && !known.has(name)) known.set(name, await lookUp(name))
    }
  }

  async function lookUp(name: string): Promise<RtUser | null> {
    try {
      return await api.read(`/user/${encodeURIComponent(name)}`, rtUser)
    } catch (error) {
      // People leave, and not every log-in may look at people: the requestors then decide alone.
      const isHidden =
        error instanceof SourceFault && (error.code === 'not-found' || error.code === 'forbidden')
      if (isHidden) return null
      throw error
    }
  }

  /**
   * The requestors are the customer, staff with or without: a staff member who raised the ticket waits for an answer
   * like anybody. Otherwise RT's own mark of staff decides.
   */
  function sideOf(name: string, ticket: RtTicket): Side {
    if (name === SYSTEM_USER) return 'system'
    const lowered = name.toLowerCase()
    const host = lowered.split('@')[1]
    if (mno.includes(lowered) || (host !== undefined && mno.includes(host))) return 'mno'
    if (ticket.Requestor.some((requestor) => requestor.id === name)) return 'customer'
    return known.get(name)?.Privileged === 0 ? 'customer' : 'provider'
  }

  function nameOf(number: string | null | undefined): string | null {
    if (number === null || number === undefined || number === '') return null
    const name = known.get(number)?.Name ?? number
    return name === NOBODY ? null : name
  }

  return { meet, sideOf, nameOf }
}
