import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { requestTracker } from '../../../../electron/backend/connectors/request-tracker/connector.ts'
import { startRequestTracker, type RequestTracker } from '../../../servers/request-tracker.ts'
import { deskAt, emptyMemory, historyOf, keep, pullInto, type Desk, type Memory } from './reading.ts'

const started = await startRequestTracker()
const missing = 'missing' in started ? started.missing : ''

describe.skipIf(missing !== '')(`against a real Request Tracker 5 ${missing}`, { timeout: 120_000 }, () => {
  let rt: RequestTracker
  let desk: Desk
  let memory: Memory
  let queue: string
  let queues = 0

  beforeAll(() => {
    if ('missing' in started) throw new Error(started.missing)
    rt = started
    desk = deskAt(rt.address)
  })
  beforeEach(async () => {
    memory = emptyMemory()
    // A desk of its own for every test: none reads the tickets of another.
    queue = `Desk's ${(queues += 1)}`
    await rt.call('POST', '/queue', { Name: queue })
  })
  afterAll(async () => {
    await desk.close()
    await rt.stop()
  })

  async function pull(config: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await pullInto(memory, desk.context({ queues: [queue], ...config }))
  }

  function create(fields: Readonly<Record<string, unknown>>): Promise<number> {
    return rt.createTicket({ Queue: queue, ...fields })
  }

  async function createAll<T extends readonly string[]>(...subjects: T): Promise<{ [K in keyof T]: number }> {
    const ids: number[] = []
    for (const Subject of subjects) ids.push(await create({ Subject }))
    // One number for each subject: map keeps the tuple's length, which the compiler cannot see through a loop.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return ids as { [K in keyof T]: number }
  }

  function eventCount({ events }: Memory): number {
    return [...events.values()].reduce((sum, { size }) => sum + size, 0)
  }

  test('follows a ticket from its creation to its solution', async () => {
    const id = await create({ Subject: 'APN down', Content: 'No data since 8' })
    await pull()
    expect(memory.tickets.get(String(id))).toMatchObject({
      subject: 'APN down',
      status: 'new',
      owner: null,
      requestor: 'customer',
      queue,
      url: `${rt.address}/Ticket/Display.html?id=${id}`,
    })
    expect(historyOf(memory, id)).toEqual(['created by customer: No data since 8'])

    await rt.reply(id, 'We look into it')
    await rt.reply(id, 'Any news?', 'customer')
    await rt.comment(id, 'The operator knows')
    await rt.comment(id, '[Phone] Called the customer back')
    await pull()
    await rt.update(id, { Owner: 'engineer', Priority: 95 })
    const custom = { Customer: 'Northwind Meters', Domain: 'MNO', 'Reported severity': 'P2' }
    await rt.update(id, { CustomFields: custom })
    await rt.update(id, { Status: 'stalled' })
    await rt.update(id, { Status: 'resolved' })
    await pull()

    expect(memory.tickets.get(String(id))).toMatchObject({
      status: 'resolved',
      owner: 'engineer',
      customer: 'Northwind Meters',
      domain: 'mno',
      reportedSeverity: 'P2',
      assessedSeverity: 'P1',
    })
    const history = historyOf(memory, id)
    // One call changes several fields in no fixed order.
    expect(history.toSorted()).toEqual(
      [
        'created by customer: No data since 8',
        'reply by provider: We look into it',
        'status by system: new → open',
        'reply by customer: Any news?',
        'note by provider: The operator knows',
        'phone-call by provider: [Phone] Called the customer back',
        'owner by provider: - → engineer',
        'severity by provider: P4 → P1',
        'customer by provider: - → Northwind Meters',
        'domain by provider: - → mno',
        'severity by provider: - → P2',
        'status by provider: open → on-hold',
        'status by provider: on-hold → resolved',
      ].toSorted(),
    )
    expect(history.at(-1)).toBe('status by provider: on-hold → resolved')
    expect(memory.contradictions).toEqual([])
    expect(memory.refusals).toEqual([])
  })

  test('shows HTML and script as text', async () => {
    const script = '<script>alert(1)</script>'
    const id = await create({ Subject: `Subject ${script}`, Content: 'plain <b>not bold</b>' })
    await rt.reply(id, `<p>One &amp; two</p>${script}<p>Three</p>`, 'engineer', 'text/html')
    await pull()
    expect(memory.tickets.get(String(id))?.subject).toBe(`Subject ${script}`)
    expect(historyOf(memory, id)).toContain('created by customer: plain <b>not bold</b>')
    expect(historyOf(memory, id)).toContain('reply by provider: One & two\nThree')
  })

  test('reads more than a page of tickets, takes up where it was cut off, and doubles nothing', async () => {
    const bulk = Array.from({ length: 105 }, (_, number) => ({ Queue: queue, Subject: `Bulk ${number}` }))
    await rt.call('POST', '/tickets/bulk', bulk)
    // Every page but the first is asked for by a process that was killed after storing the one before.
    const context = desk.context({ queues: [queue] })
    for (let isFinished = false; !isFinished;) {
      for await (const page of requestTracker.pull(context, memory.cursor)) {
        keep(memory, page)
        isFinished = page.cursor['phase'] === 'changes'
        break
      }
    }
    const ids = [...memory.tickets.keys()].map(Number)
    expect(ids).toHaveLength(105)
    expect(ids).toEqual(ids.toSorted((left, right) => left - right))
    expect(eventCount(memory)).toBe(105)

    // Changes of more than a page of tickets, many of them within one second.
    const comments = ids.map((id) => ({ id, Content: 'Seen', ContentType: 'text/plain' }))
    await rt.call('POST', '/tickets/bulk/comment', comments)
    await pull()
    expect(ids.filter((id) => historyOf(memory, id).includes('note by provider: Seen'))).toEqual(ids)
    expect(eventCount(memory)).toBe(210)
    expect(memory.contradictions).toEqual([])
  })

  test('reads the overlap again until it has been quiet, then asks the least', async () => {
    let clock = Date.now()
    const patient = deskAt(rt.address, () => clock)
    const context = patient.context({ queues: [queue] })
    const id = await create({ Subject: 'Quiet' })
    await pullInto(memory, context)
    await pullInto(memory, context)
    clock += 121_000
    patient.asked.length = 0
    await pullInto(memory, context)
    expect(patient.asked).not.toContain('POST /REST/2.0/attachments')
    expect(patient.asked.length).toBeLessThanOrEqual(4)
    // Only our clock was moved. RT counts whole seconds, and two real minutes of quiet always end in a later one.
    await new Promise((laterSecond) => setTimeout(laterSecond, 1_100))
    await rt.comment(id, 'Not quiet')
    await pullInto(memory, context)
    expect(historyOf(memory, id)).toContain('note by provider: Not quiet')
    await patient.close()
  })

  test('the zone of our log-in and a wrong clock of ours lose nothing', async () => {
    await rt.call('PUT', '/user/console', { Timezone: 'Asia/Kolkata' })
    const dayAhead = deskAt(rt.address, () => Date.now() + 86_400_000)
    const context = dayAhead.context({ queues: [queue] })
    const first = await create({ Subject: 'Before' })
    await pullInto(memory, context)
    const second = await create({ Subject: 'After' })
    await rt.reply(first, 'Changed')
    await pullInto(memory, context)
    await dayAhead.close()
    await rt.call('PUT', '/user/console', { Timezone: 'UTC' })
    expect(memory.tickets.has(String(second))).toBe(true)
    expect(historyOf(memory, first)).toContain('reply by provider: Changed')
    expect(Math.abs((memory.tickets.get(String(first))?.createdAt ?? 0) - Date.now())).toBeLessThan(120_000)
  })

  test('notices at once what was moved, merged and deleted, and what came back', async () => {
    const [moved, merged, deleted, survivor, wanderer] = await createAll(
      'Moved',
      'Merged',
      'Deleted',
      'Survivor',
      'Wanderer',
    )
    await pull()
    await rt.update(moved, { Queue: 'Second Line' })
    await rt.update(merged, { MergeInto: survivor })
    await rt.update(deleted, { Status: 'deleted' })
    await rt.update(wanderer, { Queue: 'Second Line' })
    await rt.update(wanderer, { Queue: queue })
    await pull()
    expect(Object.fromEntries(memory.absent)).toEqual({
      [moved]: 'out-of-scope',
      [merged]: 'merged',
      [deleted]: 'deleted',
    })
    expect(historyOf(memory, wanderer)).toContain(`field by provider: Queue ${queue} → Second Line`)

    await rt.update(moved, { Queue: queue })
    await pull()
    expect(memory.absent.has(String(moved))).toBe(false)
  })

  test('a sweep finds what left without a trace, and what came into sight', async () => {
    const [kept, moved, merged, deleted] = await createAll('Kept', 'Moved', 'Merged', 'Deleted')
    await rt.update(moved, { Queue: 'Second Line' })
    await rt.update(merged, { MergeInto: kept })
    await rt.update(deleted, { Status: 'deleted' })
    const context = desk.context({ queues: [queue] })
    const known = [kept, moved, merged, deleted, 999_999].map(String)
    for await (const page of requestTracker.sweep?.(context, known) ?? []) keep(memory, page)
    expect(Object.fromEntries(memory.absent)).toEqual({
      [moved]: 'out-of-scope',
      [merged]: 'merged',
      [deleted]: 'deleted',
      999999: 'deleted',
    })
    expect(memory.tickets.size).toBe(0)
    for await (const page of requestTracker.sweep?.(context, []) ?? []) keep(memory, page)
    expect([...memory.tickets.keys()]).toEqual([String(kept)])
  })

  test('a text of megabytes is left out and said; everything else is read', async () => {
    const id = await create({ Subject: 'x'.repeat(5000), Content: 'y'.repeat(9_000_000) })
    await rt.reply(id, 'z'.repeat(300_000))
    await rt.reply(id, 'Short')
    await pull()
    expect(memory.tickets.get(String(id))?.subject.length).toBeLessThanOrEqual(1000)
    expect(historyOf(memory, id)).toContain('reply by provider: Short')
    expect(memory.refusals).toEqual([
      expect.stringMatching(/text of 8\d+ kB is too long and was left out/),
      expect.stringContaining('text shortened to 200000 characters'),
    ])
  })

  test('a status nobody has mapped counts as open and is listed', async () => {
    const id = await create({ Subject: 'Odd' })
    await rt.update(id, { Status: 'stalled' })
    await pull({ statuses: { open: 'open' } })
    expect(memory.tickets.get(String(id))).toMatchObject({ status: 'open', rawStatus: 'stalled' })
    expect(memory.refusals).toContain(`ticket ${id}: status "stalled" is not mapped; taken as open`)
  })

  test('counts what an operator writes as the side of the MNO', async () => {
    const id = await create({ Subject: 'Upstream' })
    await rt.reply(id, 'From the operator')
    await pull({ mnoSenders: ['engineer'] })
    expect(historyOf(memory, id)).toContain('reply by mno: From the operator')
  })

  test('other settings read everything again', async () => {
    await createAll('One', 'Two')
    await pull()
    memory.tickets.clear()
    await pull({ phoneMarker: 'Call:' })
    expect(memory.tickets.size).toBe(2)
  })

  test('previews three real tickets and the values a mapping can name', async () => {
    await createAll('One', 'Two', 'Three', 'Four')
    const preview = await requestTracker.preview(desk.context({ queues: [queue] }))
    expect(preview.tickets).toHaveLength(3)
    expect(preview.tickets[0]?.raw).toMatchObject({ Queue: queue, Status: 'new' })
    expect(preview.tickets[0]?.events).toHaveLength(1)
    expect(preview.observed.queues).toEqual(expect.arrayContaining(['General', queue]))
    expect(preview.observed.fields).toContain('Reported severity')
    expect(preview.observed.statuses).toEqual(['new'])
    const elsewhere = desk.context({ queues: ['Nowhere'] })
    await expect(requestTracker.preview(elsewhere)).rejects.toMatchObject({ code: 'misconfigured' })
  })

  test('never leaves the address it was given, though every answer names another host', async () => {
    const id = await create({ Subject: 'Trap' })
    expect(JSON.stringify(await rt.call('GET', `/ticket/${id}`))).toContain('another-host.test')
    await pull()
    await requestTracker.preview(desk.context())
    expect([...desk.origins]).toEqual([rt.address])
  })

  test('names a wrong password, a wrong token, a wrong path and missing credentials', async () => {
    async function codeOf(...settings: Parameters<Desk['context']>): Promise<unknown> {
      return await pullInto(memory, desk.context(...settings)).catch((error: unknown) => error)
    }
    expect(await codeOf({}, { password: 'wrong' })).toMatchObject({ code: 'signed-out' })
    expect(await codeOf({}, { token: '1-2-wrong' })).toMatchObject({ code: 'signed-out' })
    expect(await codeOf({}, {})).toMatchObject({ code: 'misconfigured' })
    expect(await codeOf({ address: `${rt.address}/nowhere` })).toMatchObject({
      code: expect.stringMatching(/^(not-found|wrong-type)$/),
    })
  })
})
