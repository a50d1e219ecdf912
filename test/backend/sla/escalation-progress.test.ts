import { describe, expect, test } from 'vitest'
import { lastWordsLines, progressLines } from '../../../electron/backend/sla/escalation-progress.ts'
import { createWords } from '../../../electron/backend/words/create-words.ts'
import type { TicketEvent } from '../../../shared/records/ticket-event.ts'

const { t } = await createWords('en')
const us = { name: 'Ana Example', side: 'provider' as const }
const them = { name: 'Ben Example', side: 'customer' as const }
const head = (minute: number, actor: TicketEvent['actor'] = us) => ({
  externalId: String(minute),
  at: minute,
  actor,
})
const at = (instant: number): string => `minute ${instant}`

describe('progress in an escalation', () => {
  test('every kind of thing that is told, without persons and inner words', () => {
    const events: TicketEvent[] = [
      { ...head(1, them), kind: 'created', channel: 'web', severity: null, status: 'new', text: 'Secret.' },
      { ...head(2), kind: 'owner', from: null, to: 'Ana Example' },
      { ...head(3), kind: 'status', from: 'new', to: 'awaiting-mno', raw: 'x' },
      { ...head(4), kind: 'severity', basis: 'assessed', from: null, to: 'P1', reason: null },
      { ...head(5), kind: 'domain', from: null, to: 'mno', reason: null },
      { ...head(6, them), kind: 'phone-call', text: 'Ben Example called.' },
      { ...head(7), kind: 'note', text: 'Inner words.' },
      { ...head(8), kind: 'field', name: 'APN', from: null, to: 'iot' },
      { ...head(9), kind: 'merged', into: '42' },
    ]
    expect(progressLines({ events, t, at })).toEqual([
      'minute 1  Created by web',
      'minute 2  Another owner',
      'minute 3  Status: new → awaiting MNO',
      'minute 4  Assessed severity: none → P1',
      'minute 5  Domain: none → MNO',
      'minute 6  The customer called',
      'minute 9  Merged into 42',
    ])
  })

  test('of a long case the latest twenty, and how many are left out', () => {
    const calls = Array.from({ length: 30 }, (_, minute): TicketEvent => ({
      ...head(minute),
      kind: 'phone-call',
      text: '',
    }))
    const lines = progressLines({ events: calls, t, at })
    expect(lines).toHaveLength(21)
    expect(lines[0]).toBe('(10 earlier entries are left out)')
    expect(lines.at(-1)).toBe('minute 29  We called the customer')
  })

  test('of messages the first lines of the last three, shortened; nothing where there is none', () => {
    const texts = ['One', '', 'Two\nmore', '  \n\nThree', 'Four '.repeat(100)]
    const events = texts.map((text, minute): TicketEvent => ({
      ...head(minute, them),
      kind: 'reply',
      channel: 'email',
      text,
    }))
    const lines = lastWordsLines({ events, t, at })
    expect(lines.slice(0, 2)).toEqual(['minute 2  customer: Two', 'minute 3  customer: Three'])
    expect(lines[2]).toMatch(/^minute 4 {2}customer: Four .{190,}…$/)
    expect(lastWordsLines({ events: [], t, at })).toEqual(['No message has been exchanged yet.'])
    expect(progressLines({ events: [], t, at })).toEqual([
      'Nothing has been recorded since the case was created.',
    ])
  })
})
