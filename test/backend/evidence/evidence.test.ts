import { createPublicKey, verify } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalBytes, fileText, sha256 } from '../../../electron/backend/evidence/canonical-json.ts'
import { deriveEvidence } from '../../../electron/backend/evidence/derive-evidence.ts'
import {
  evidenceDocument,
  type EvidenceDocument,
} from '../../../electron/backend/evidence/evidence-document.ts'
import { type EvidenceFinding, verifyEvidence } from '../../../electron/backend/evidence/verify-evidence.ts'
import { compilePolicy } from '../../../shared/policy/compile-policy.ts'
import { parsePolicy } from '../../../shared/policy/parse-policy.ts'
import { madeTickets, type MadeTicket } from '../../shared/sla/made-tickets.ts'
import {
  english,
  evidenceOf,
  heldOf,
  madeKey,
  POLICY_TEXT,
  publicHolidays,
  strangersKey,
} from './made-evidence.ts'

const key = await madeKey()

function findings(
  text: string,
  fingerprint: string | null = null,
  acceptUnsigned = false,
): EvidenceFinding[] {
  return verifyEvidence(text, { fingerprint, acceptUnsigned, words: english })
}

function holds(text: string): boolean {
  return findings(text).every((finding) => finding.holds)
}

function read(text: string): EvidenceDocument {
  return evidenceDocument.parse(JSON.parse(text))
}

function compiled() {
  const { policy, problems } = parsePolicy(POLICY_TEXT)
  if (policy === undefined) throw new Error(JSON.stringify(problems))
  return compilePolicy(policy, publicHolidays)
}

const policy = compiled()
/** A ticket with clocks of several kinds; the same each time. */
const [example] = fc.sample(
  madeTickets.filter(({ events }) => events.length > 6),
  { numRuns: 1, seed: 4 },
)
if (example === undefined) throw new Error('no example')
const text = evidenceOf(example, key)

describe('evidence', () => {
  test('of any ticket holds in every point, and anybody can check its hash and signature', () => {
    fc.assert(
      fc.property(madeTickets, (made) => {
        const own = evidenceOf(made, key)
        expect(findings(own).filter((finding) => !finding.holds)).toEqual([])
        const document = read(own)
        const bytes = canonicalBytes(document.content)
        expect(sha256(bytes)).toBe(document.sha256)
        const signature = document.signature ?? { publicKey: '', value: '' }
        const publicKey = createPublicKey(signature.publicKey)
        expect(verify(null, bytes, publicKey, Buffer.from(signature.value, 'hex'))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('leaves out texts, persons and unread fields, and derives the same clocks without them', () => {
    fc.assert(
      fc.property(madeTickets, (made: MadeTicket) => {
        const own = evidenceOf(made, key)
        expect(own).not.toMatch(
          /words to a person|as seen|"Ana"|Luis|person@|desk\.example|8900000000000000001|our (?:open|closed|on-hold)/,
        )
        const held = heldOf(made)
        const events = held.events.map(({ event }) => event)
        const whole = deriveEvidence({ policy, ticket: held.ticket, events, now: made.now }, english)
        expect(read(own).content.clocks).toEqual(JSON.parse(JSON.stringify(whole)))
      }),
      { numRuns: 200 },
    )
  })

  test('says what it is, by which contract and which rule, and carries the holidays it counted with', () => {
    const { content } = read(text)
    expect(content.program).toEqual({
      name: 'Meridian',
      version: '1.2.3',
      timeZones: expect.stringMatching(/^\d{4}[a-z]$/),
    })
    expect(content.policy).toMatchObject({
      id: 'test',
      version: 1,
      text: POLICY_TEXT,
      sha256: sha256(POLICY_TEXT),
    })
    expect(content.assignment).toBe('default')
    expect(content.holidays.find(({ year }) => year === 2026)).toMatchObject({ country: 'ES', region: 'MD' })
    expect(content.holidays.flatMap(({ days }) => days)).toContainEqual({
      date: '2026-01-06',
      name: 'Epiphany',
    })
    expect(content.about.join(' ')).toContain('Left out')
  })

  test('is verified with the holidays in the file, not with those the verifying program knows', () => {
    const start = Date.parse('2026-03-27T09:00:00Z')
    const ticket = { ...example.ticket, reportedSeverity: 'P2', assessedSeverity: null, createdAt: start }
    const made = { ticket: { ...ticket, status: 'open' as const }, events: [], now: start + 6 * 3_600_000 }
    const own = evidenceOf(made, key, {
      holidays: (_rule, year) => [{ date: `${year}-03-27`, name: 'Founding day' }],
    })
    expect(own).toContain('2026-03-27 Founding day')
    expect(holds(own)).toBe(true)
  })

  test('of a ticket without a contract holds too', () => {
    expect(holds(evidenceOf(example, key, { policyText: null }))).toBe(true)
  })
})

/** Every place in a document: path to each leaf. */
function leavesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => leavesOf(one, [...path, index]))
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, one]) => leavesOf(one, [...path, name]))
  }
  return [path]
}

/** A copy in which one leaf is another value of its own kind. */
function changedAt(document: unknown, path: readonly (string | number)[]): unknown {
  const copy: unknown = structuredClone(document)
  let holder: unknown = copy
  for (const step of path.slice(0, -1)) holder = Reflect.get(Object(holder), step)
  const last = path.at(-1) ?? ''
  const value: unknown = Reflect.get(Object(holder), last)
  Reflect.set(Object(holder), last, otherThan(value))
  return copy
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'string')
    return value === '' ? 'x' : `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`
  if (typeof value === 'boolean') return !value
  return 0
}

describe('a change is found', () => {
  test('of any leaf, one after the other', () => {
    const document: unknown = JSON.parse(text)
    const leaves = leavesOf(document)
    expect(leaves.length).toBeGreaterThan(200)
    const unnoticed = leaves.filter((path) => holds(fileText(changedAt(document, path))))
    expect(unnoticed).toEqual([])
  }, 120_000)

  test('of any character of the file', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom('0', 'a', ' ', '"', '\n', '}'),
        (at, other) => {
          fc.pre(text[at] !== other)
          expect(holds(text.slice(0, at) + other + text.slice(at + 1))).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  }, 120_000)

  test('of a leaf added or taken away', () => {
    const document = read(text)
    const more = { ...document, content: { ...document.content, extra: true } }
    const { signature: _, ...less } = document
    expect(holds(fileText(more))).toBe(false)
    expect(holds(fileText(less))).toBe(false)
    expect(holds(text.replace('"format"', '"extra": 1,\n  "format"'))).toBe(false)
    expect(holds(`${text}\n`)).toBe(false)
    expect(holds('')).toBe(false)
    expect(holds('null')).toBe(false)
  })

  test('even where hash and signature were made anew: the clocks do not follow from the events', () => {
    const document = read(text)
    const stranger = strangersKey()
    const forged = structuredClone(document)
    const [first] = forged.content.clocks
    if (first === undefined) throw new Error('no clock')
    first.clock.countedMs += 60_000
    forged.content.signing = { fingerprint: fingerprintOf(stranger.publicKey) }
    const bytes = canonicalBytes(forged.content)
    forged.sha256 = sha256(bytes)
    forged.signature = { algorithm: 'Ed25519', publicKey: stranger.publicKey, value: stranger.sign(bytes) }
    const broken = findings(fileText(forged)).filter((finding) => !finding.holds)
    expect(broken).toHaveLength(1)
    expect(broken[0]?.sentence).toContain(`the clock ${first.clock.id} comes out otherwise`)
    expect(broken[0]?.sentence).toContain('made by Meridian 1.2.3')
    const demanded = findings(fileText(forged), key.fingerprint ?? '')
    expect(demanded.filter((finding) => !finding.holds).map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('not by'),
      expect.stringContaining('comes out otherwise'),
    ])
  })
})

test('wording that this program does not have is told apart from a figure', () => {
  const document = read(text)
  const [reason] = document.content.clocks[0]?.explanation ?? []
  if (reason === undefined) throw new Error('no explanation')
  reason.sentence = 'In other words.'
  const told = findings(fileText(document)).at(-1)
  expect(told?.holds).toBe(false)
  expect(told?.sentence).toContain('no figure, but the wording of')
})

function fingerprintOf(pem: string): string {
  return sha256(createPublicKey(pem).export({ type: 'spki', format: 'der' }))
}

describe('a key', () => {
  test('that is asked for must be the one that signed', () => {
    expect(findings(text, key.fingerprint ?? '').every((finding) => finding.holds)).toBe(true)
    const wrong = findings(text, '0'.repeat(64)).filter((finding) => !finding.holds)
    expect(wrong).toHaveLength(1)
    expect(wrong[0]?.sentence).toContain(`not by ${'0'.repeat(64)}`)
  })

  test('that the shell does not keep leaves the evidence unsigned, and the file says why', () => {
    const unsigned = evidenceOf(example, { unsigned: 'This desktop keeps no passwords' })
    const document = read(unsigned)
    expect(document.signature).toBeNull()
    const broken = findings(unsigned).filter((finding) => !finding.holds)
    expect(broken.map(({ sentence }) => sentence)).toEqual([
      'The file is not signed (This desktop keeps no passwords): nothing shows who wrote it.',
    ])
    expect(findings(unsigned, null, true).every((finding) => finding.holds)).toBe(true)
    expect(findings(unsigned, '0'.repeat(64), true).every((finding) => finding.holds)).toBe(false)
    // Taking the signature off a signed file makes it no unsigned one.
    const stripped = fileText({ ...read(text), signature: null })
    expect(findings(stripped, null, true).some((finding) => !finding.holds)).toBe(true)
  })
})
