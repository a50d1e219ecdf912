import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BoardRow } from '../../shared/records/board-row.ts'
import { callerOf, openHub, START, type TestHub } from './support/hub.ts'
import { scriptTicket } from './support/script-source.ts'
import { type OpenWire, wires } from './support/wires.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const resourcesDirectory = resolve(import.meta.dirname, '../../resources')
const ticketId = 'example-desk:1'

/** Under the 1Mobility contract: a priority 1 case that should have been resolved an hour ago. */
async function openOverdue(): Promise<TestHub> {
  const hub = await openHub({ resourcesDirectory })
  const settings = await hub.admin.settings.get()
  await hub.admin.settings.update({ ...settings, defaultPolicyId: 'one-mobility' })
  const source = await hub.admin.sources.add({
    kind: 'script',
    name: 'Example desk',
    config: { address: 'https://desk.example/' },
    secrets: { token: 'x' },
  })
  const entry = scriptTicket('1', START - 5 * HOUR, {
    subject: 'No device enrols',
    owner: 'ana',
    assessedSeverity: 'P1',
    url: 'https://desk.example/1',
    fields: { 'Devices affected': '240', 'Customer reference': 'AF-77', Operator: 'Example Mobile' },
  })
  const actor = { name: 'Ana Example', side: 'provider' as const }
  hub.script.put({
    ticket: entry.ticket,
    events: [
      ...entry.events,
      {
        externalId: 'answer',
        kind: 'reply',
        at: START - 4 * HOUR,
        actor,
        channel: 'email',
        text: 'We see the fault.\nThe second line is private.',
      },
      {
        externalId: 'note',
        kind: 'note',
        at: START - 3 * HOUR,
        actor,
        text: 'Nobody outside may read this.',
      },
    ],
  })
  await hub.admin.sources.syncNow({ sourceId: source.id })
  await expect.poll(async () => (await hub.admin.board.rows()).rows.length).toBe(1)
  return hub
}

async function rowOf(hub: TestHub): Promise<BoardRow | undefined> {
  return (await hub.admin.board.rows()).rows[0]
}

describe.each(wires)('escalations over $name', ({ open }) => {
  let hub: TestHub
  let wire: OpenWire
  beforeEach(async () => {
    hub = await openOverdue()
    wire = await open(hub.backend.router, callerOf('operator'))
  })
  afterEach(async () => {
    await wire.close()
    await hub.close()
  })

  test('a due step is on the row and in the ticket, and once taken in writing it is done', async () => {
    expect(await rowOf(hub)).toMatchObject({
      nextAction: 'escalate',
      court: 'provider',
      escalation: { stepId: 'resolution-overdue/1', role: 'Senior Product Manager', dueAt: START - HOUR },
    })
    const step = { ticketId, stepId: 'resolution-overdue/1' }
    const summary = (await wire.client.escalations.draft({ ...step, language: 'en' })).text
    const done = await wire.client.escalations.record({ ...step, summary })
    expect(done).toMatchObject({
      id: step.stepId,
      state: 'done',
      done: { at: START, by: 'operator', summary },
    })
    expect(await rowOf(hub)).toMatchObject({ escalation: null, nextAction: 'resolve' })
    const { escalations } = await wire.client.tickets.get({ ticketId })
    expect(escalations.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'resolution-overdue/1 done',
      'resolution-overdue/2 upcoming',
      'resolution-overdue/3 upcoming',
      'urgency-dispute/1 available',
      'support-line/1 available',
      'support-line/2 upcoming',
    ])
  })

  test('the board wakes by itself when the next step comes due', async () => {
    await hub.admin.escalations.record({ ticketId, stepId: 'resolution-overdue/1', summary: 'Sent.' })
    hub.timekeeper.moveTo(START + HOUR + MINUTE)
    expect(await rowOf(hub)).toMatchObject({
      nextAction: 'escalate',
      escalation: { stepId: 'resolution-overdue/2', dueAt: START + HOUR },
    })
  })

  test('the summary has what the contract asks for, and no more of anybody’s words', async () => {
    const { subject, text } = await wire.client.escalations.draft({
      ticketId,
      stepId: 'resolution-overdue/1',
      language: 'en',
    })
    expect(subject).toBe('Escalation of case 1: No device enrols')
    for (const part of [
      'To: Senior Product Manager',
      'All times are those of Asia/Kolkata.',
      'The case is not resolved by its resolution time',
      'Over by 1 h by now.',
      'Customer reference: AF-77',
      'https://desk.example/1',
      'P1 reported, P1 assessed',
      'Devices affected: 240',
      'Operator: Example Mobile',
      'Status: open',
      'Created by e-mail, reported as P1',
      'We wrote to the customer',
      'We see the fault.',
      '+05:30',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('second line is private')
    expect(text).not.toContain('Nobody outside')
    expect(text).not.toContain('Ana Example')
    expect(text).not.toMatch(/\{\{|escalation\.|ticket\.|undefined|null/)
  })

  test('the same in Spanish', async () => {
    const { subject, text } = await wire.client.escalations.draft({
      ticketId,
      stepId: 'urgency-dispute/1',
      language: 'es',
    })
    expect(subject).toBe('Escalado del caso 1: No device enrols')
    // A step on demand follows no clock of its own: what is owed on the case is told all the same.
    expect(text).toContain('Lleva 1 h de retraso.')
    expect(text).toContain('Impacto en el cliente')
    expect(text).toContain('Creado por correo, comunicado como P1')
    expect(text).not.toMatch(/\{\{|escalation\.|ticket\.|undefined|null/)
  })

  test('a step is taken once, in order, and only if the contract has it', async () => {
    const record = (stepId: string): Promise<unknown> =>
      wire.client.escalations.record({ ticketId, stepId, summary: 'Sent.' })
    const refused = (reason: RegExp): object => ({
      code: 'REFUSED',
      data: { place: 'stepId', reason: expect.stringMatching(reason) },
    })
    await expect(record('resolution-overdue/2')).rejects.toMatchObject(refused(/Senior Product Manager/))
    await record('resolution-overdue/1')
    await expect(record('resolution-overdue/1')).rejects.toMatchObject(
      refused(/already taken .* by operator/),
    )
    await expect(record('nobody/1')).rejects.toMatchObject(refused(/Nothing is to be escalated/))
    const missing = { code: 'NOT_FOUND' }
    await expect(
      wire.client.escalations.record({ ticketId: 'nobody:1', stepId: 'a/1', summary: 'x' }),
    ).rejects.toMatchObject(missing)
    await expect(
      wire.client.escalations.draft({ ticketId, stepId: 'nobody/1', language: 'en' }),
    ).rejects.toMatchObject(missing)
  })
})
