import type { i18n } from 'i18next'
import * as z from 'zod'
import { readPolicyText } from '../sla/read-policy-text.ts'
import { canonicalBytes, fileText, sha256 } from './canonical-json.ts'
import { deriveEvidence } from './derive-evidence.ts'
import {
  type EvidenceClock,
  type EvidenceContent,
  type EvidenceDocument,
  evidenceDocument,
} from './evidence-document.ts'
import { fromEvidence } from './evidence-event.ts'
import { checkSignature } from './evidence-key.ts'
import { replayHolidays } from './recorded-holidays.ts'

/** One thing that was checked: whether it holds, in one sentence. */
export interface EvidenceFinding {
  readonly holds: boolean
  readonly sentence: string
}

export interface VerifyOptions {
  /** The signature must be this key's. */
  readonly fingerprint: string | null
  /** A file that says it is unsigned, and why, is taken all the same. */
  readonly acceptUnsigned: boolean
  /** English. */
  readonly words: i18n
}

/** Everything that a file of evidence claims, checked with nothing but the file. Never throws for what is in it. */
export function verifyEvidence(text: string, options: VerifyOptions): EvidenceFinding[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return [broken('The file is not JSON.')]
  }
  const parsed = evidenceDocument.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const place = issue?.path.join('.') ?? ''
    return [
      broken(`The file is not evidence of the form meridian-evidence/1 (${place}: ${issue?.message ?? ''}).`),
    ]
  }
  const { data } = parsed
  // What was read, not what the schema made of it: not a character may go by unhashed.
  const bytes = canonicalBytes(z.looseObject({ content: z.unknown() }).parse(json).content)
  return [
    checkForm(text, json),
    checkHash(bytes, data.sha256),
    checkSigner(bytes, data, options),
    ...checkPolicy(data.content),
    ...checkClocks(data.content, options.words),
  ]
}

/** A character between the values changes no meaning, and still somebody has been at the file. */
function checkForm(text: string, json: unknown): EvidenceFinding {
  if (text === fileText(json))
    return sound('The form is meridian-evidence/1, byte for byte as Meridian writes it.')
  return broken(
    'The file was written anew by another program: its form is not byte for byte what Meridian writes.',
  )
}

function checkHash(bytes: Buffer, stated: string): EvidenceFinding {
  if (sha256(bytes) === stated) return sound(`The content has the hash it states, ${stated}.`)
  return broken('The content does not have the hash it states: something in it was changed.')
}

function checkSigner(
  bytes: Buffer,
  { content, signature }: EvidenceDocument,
  { fingerprint: demanded, acceptUnsigned }: VerifyOptions,
): EvidenceFinding {
  const { signing } = content
  if (signature === null || 'unsigned' in signing) {
    if (signature !== null || !('unsigned' in signing)) {
      return broken('The content and the signature disagree on whether the file is signed.')
    }
    const sentence = `The file is not signed (${signing.unsigned}): nothing shows who wrote it.`
    return { holds: acceptUnsigned && demanded === null, sentence }
  }
  const checked = checkSignature(signature, bytes)
  if (checked === null)
    return broken('The public key in the file is not an Ed25519 key as Meridian writes it.')
  const { fingerprint, holds } = checked
  if (!holds) return broken(`The signature is not by the key in the file, ${fingerprint}.`)
  if (fingerprint !== signing.fingerprint) {
    return broken(`The content names the key ${signing.fingerprint}, but ${fingerprint} signed it.`)
  }
  if (demanded === null) {
    return sound(`The content is signed by the key ${fingerprint}; whose that is, the file cannot say.`)
  }
  if (fingerprint !== demanded)
    return broken(`The content is signed by the key ${fingerprint}, not by ${demanded}.`)
  return sound(`The content is signed by the key asked for, ${fingerprint}.`)
}

function checkPolicy({ policy }: EvidenceContent): EvidenceFinding[] {
  if (policy === null) return []
  const called = `The policy text of ${policy.name}, version ${policy.version},`
  if (sha256(policy.text) !== policy.sha256) return [broken(`${called} does not have the hash it states.`)]
  return [sound(`${called} has the hash it states, ${policy.sha256}.`)]
}

/** Derives every clock again from ticket, events, policy and holidays of the file. */
function checkClocks(content: EvidenceContent, words: i18n): EvidenceFinding[] {
  const { policy, ticket, events, holidays, exportedAt, clocks } = content
  const read = policy === null ? null : readPolicyText(policy.text, replayHolidays(holidays))
  if (read?.problems !== undefined) {
    const [problem] = read.problems
    return [
      broken(
        `No clock can be derived again: the policy text is refused (${problem?.reason ?? ''}; ${madeBy(content)}).`,
      ),
    ]
  }
  const compiled = read?.compiled ?? null
  if (policy !== null && compiled !== null && !isNamedAs(policy, compiled.policy)) {
    return [
      broken(`The policy text is not the one that the file names, ${policy.id} version ${policy.version}.`),
    ]
  }
  const input = { policy: compiled, ticket, events: events.map(fromEvidence), now: exportedAt }
  const again = deriveEvidence(input, words)
  const asOf = new Date(exportedAt).toISOString()
  const difference = firstDifference(clocks, again)
  if (difference !== null) {
    return [
      broken(
        `Derived again as of ${asOf}, ${difference} comes out otherwise than the file says (${madeBy(content)}).`,
      ),
    ]
  }
  const count = `${again.length} clock${again.length === 1 ? '' : 's'}`
  return [
    sound(
      `Derived again as of ${asOf}, ${count} with every ledger entry and explanation come out as the file says.`,
    ),
  ]
}

/** Other versions may have other rules for policy files, other words and other changes of offset. */
function madeBy({ program: { version, timeZones } }: EvidenceContent): string {
  return `made by Meridian ${version} with time zones ${timeZones}, this one has ${process.versions.tz}`
}

function isNamedAs(
  stated: { readonly id: string; readonly version: number; readonly name: string },
  found: { readonly id: string; readonly version: number; readonly name: string },
): boolean {
  return stated.id === found.id && stated.version === found.version && stated.name === found.name
}

function firstDifference(stated: readonly EvidenceClock[], again: readonly EvidenceClock[]): string | null {
  const idsOf = (clocks: readonly EvidenceClock[]): string[] => clocks.map(({ clock }) => clock.id)
  if (!isSame(idsOf(stated), idsOf(again))) return 'the list of clocks'
  for (const [index, one] of stated.entries()) {
    const other = again[index]
    if (other === undefined || isSame(one, other)) continue
    if (!isSame(one.clock, other.clock)) return `the clock ${one.clock.id}`
    if (!isSame(one.ledger.map(unworded), other.ledger.map(unworded))) return `the ledger of ${one.clock.id}`
    if (!isSame(one.explanation.map(unworded), other.explanation.map(unworded))) {
      return `the explanation of ${one.clock.id}`
    }
    return `no figure, but the wording of ${one.clock.id}`
  }
  return null
}

function unworded<T extends { readonly sentence: string }>({
  sentence: _sentence,
  ...rest
}: T): Omit<T, 'sentence'> {
  return rest
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalBytes(one).equals(canonicalBytes(other))
}

function sound(sentence: string): EvidenceFinding {
  return { holds: true, sentence }
}

function broken(sentence: string): EvidenceFinding {
  return { holds: false, sentence }
}
