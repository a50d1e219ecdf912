import type { TicketBatchEntry, TicketPage } from '../../electron/backend/connectors/connector.ts'

const WORDS = (
  'the customer reports that devices on the roaming network cannot register with the home operator since the ' +
  'maintenance window last night please check HLR and PGW sessions for these SIM cards and tell us the next step'
).split(' ')
const FIRST = Date.UTC(2025, 0, 1)
const MINUTE = 60_000

/** Page `index` of a help desk: `size` tickets with five events each, three of them with text. One in twenty is open. */
export function benchPage(index: number, size: number): TicketPage {
  return {
    entries: Array.from({ length: size }, (_, at) => benchEntry(index * size + at)),
    absent: [],
    refusals: [],
    cursor: { at: index },
    progress: { done: index * size, total: null },
    clockSkewMs: null,
  }
}

function benchEntry(number: number): TicketBatchEntry {
  const at = FIRST + number * MINUTE
  const customer = { name: `Contact ${number % 900}`, side: 'customer' } as const
  const engineer = { name: `Engineer ${number % 40}`, side: 'provider' } as const
  return {
    ticket: {
      externalId: String(number),
      caseNumber: `INC-${number}`,
      subject: sentence(number, 8),
      customer: `Customer ${number % 300}`,
      queue: 'noc',
      owner: engineer.name,
      requestor: customer.name,
      status: number % 20 === 0 ? 'open' : 'closed',
      rawStatus: 'open',
      channel: 'email',
      reportedSeverity: 'P2',
      assessedSeverity: null,
      domain: null,
      createdAt: at,
      updatedAt: at + 4 * MINUTE,
      sourceDueAt: null,
      url: `https://desk.example/ticket/${number}`,
      fields: { Operator: `MNO ${number % 5}`, ICCID: `8934${String(number).padStart(15, '0')}` },
    },
    events: [
      {
        externalId: '1',
        at,
        actor: customer,
        kind: 'created',
        channel: 'email',
        severity: 'P2',
        status: 'new',
        text: sentence(number, 40),
      },
      {
        externalId: '2',
        at: at + MINUTE,
        actor: engineer,
        kind: 'reply',
        channel: 'email',
        text: sentence(number + 1, 25),
      },
      {
        externalId: '3',
        at: at + 2 * MINUTE,
        actor: engineer,
        kind: 'status',
        from: 'new',
        to: 'open',
        raw: 'open',
      },
      { externalId: '4', at: at + 3 * MINUTE, actor: engineer, kind: 'note', text: sentence(number + 2, 15) },
      { externalId: '5', at: at + 4 * MINUTE, actor: engineer, kind: 'owner', from: null, to: engineer.name },
    ],
  }
}

function sentence(seed: number, words: number): string {
  const chosen = Array.from(
    { length: words },
    (_, at) => WORDS[(seed * 31 + at * 17 + (seed >> 3)) % WORDS.length],
  )
  return `${chosen.join(' ')} ${seed}`
}
