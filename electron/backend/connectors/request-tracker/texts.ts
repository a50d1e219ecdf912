import { TEXT_LIMITS } from '../../../../shared/records/ticket.ts'
import type { Refusal } from '../../../../shared/records/source.ts'
import { shortened } from '../mapping/shorten.ts'
import { plainText } from '../status-formats/text/plain-text.ts'
import type { RtApi } from './api.ts'
import { rtAttachment, rtContent, type RtAttachment, type RtTransaction } from './answers.ts'

/** Longer bodies are not fetched at all: nobody reads them on a board, and they would hold up the others. */
const LONGEST_FETCHED = 2 * 1024 * 1024
/** Bodies fetched in one request, in bytes; JSON may double them. */
const BYTES_AT_ONCE = 4 * 1024 * 1024
const IDS_AT_ONCE = 50

const SPEAKING_TYPES = ['Create', 'Correspond', 'Comment']

export interface Texts {
  /** What was written, by transaction; plain text. */
  readonly byTransaction: ReadonlyMap<string, string>
  readonly refusals: readonly Omit<Refusal, 'at'>[]
}

/** Reads what was written in the transactions: text/plain before text/html, attached files left out. */
export async function readTexts(api: RtApi, transactions: readonly RtTransaction[]): Promise<Texts> {
  const speaking = new Map(
    transactions.filter(({ Type }) => SPEAKING_TYPES.includes(Type)).map((entry) => [entry.id, entry]),
  )
  const chosen = await chooseBodies(api, [...speaking.keys()])
  const refusals: Omit<Refusal, 'at'>[] = []
  const byTransaction = new Map<string, string>()

  function place(body: RtAttachment): string {
    return `ticket ${speaking.get(body.TransactionId)?.ObjectId ?? '?'}, transaction ${body.TransactionId}`
  }

  const fetchable = chosen.filter((body) => {
    if ((body.ContentLength ?? 0) <= LONGEST_FETCHED) return true
    const size = Math.round((body.ContentLength ?? 0) / 1024)
    refusals.push({ place: place(body), reason: `text of ${size} kB is too long and was left out` })
    return false
  })
  for (const batch of inBatches(fetchable)) {
    const contents = await readContents(api, batch)
    for (const body of batch) {
      const content = contents.get(body.id) ?? ''
      const text = isHtml(body) ? plainText(content, content.length) : content.trim()
      if (text.length > TEXT_LIMITS.body) {
        refusals.push({ place: place(body), reason: `text shortened to ${TEXT_LIMITS.body} characters` })
      }
      byTransaction.set(body.TransactionId, shortened(text, TEXT_LIMITS.body))
    }
  }
  return { byTransaction, refusals }
}

/** One body per transaction. */
async function chooseBodies(api: RtApi, transactions: readonly string[]): Promise<RtAttachment[]> {
  const chosen = new Map<string, RtAttachment>()
  for (let from = 0; from < transactions.length; from += IDS_AT_ONCE) {
    const query = transactions.slice(from, from + IDS_AT_ONCE).map((id) => limit('TransactionId', id))
    // RT 5.0.3 fails on the field Parent in a list (HTTP 500), so the first of a kind stands for the message.
    const fields = [['fields', 'TransactionId,ContentType,Filename,ContentLength']] as const
    for await (const { items } of api.pages('/attachments', rtAttachment, fields, { body: query })) {
      for (const attachment of items.filter(isBody)) {
        const held = chosen.get(attachment.TransactionId)
        if (held === undefined || (isHtml(held) && !isHtml(attachment))) {
          chosen.set(attachment.TransactionId, attachment)
        }
      }
    }
  }
  return [...chosen.values()]
}

async function readContents(api: RtApi, bodies: readonly RtAttachment[]): Promise<Map<string, string>> {
  const contents = new Map<string, string>()
  const query = bodies.map(({ id }) => limit('id', id))
  for await (const { items } of api.pages('/attachments', rtContent, [['fields', 'Content']], {
    body: query,
  })) {
    for (const { id, Content } of items) contents.set(id, Content ?? '')
  }
  return contents
}

function* inBatches(bodies: readonly RtAttachment[]): Generator<RtAttachment[]> {
  let batch: RtAttachment[] = []
  let bytes = 0
  for (const body of bodies) {
    const size = body.ContentLength ?? 0
    if (batch.length === IDS_AT_ONCE || (batch.length > 0 && bytes + size > BYTES_AT_ONCE)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(body)
    bytes += size
  }
  if (batch.length > 0) yield batch
}

function limit(field: string, value: string): Readonly<Record<string, string>> {
  return { field, value, entry_aggregator: 'OR' }
}

function isBody({ ContentType, Filename }: RtAttachment): boolean {
  const hasName = Filename !== null && Filename !== undefined && Filename !== ''
  return !hasName && /^text\/(plain|html)$/i.test(ContentType ?? '')
}

function isHtml({ ContentType }: RtAttachment): boolean {
  return ContentType?.toLowerCase() === 'text/html'
}
