import { expect, onTestFinished, test } from 'vitest'
import { answering, failing, redirecting, startVendorServer } from '../../servers/vendor-server.ts'
import { addHealthyPage } from './healthy-page.ts'
import { DESK_PASSWORD, startStandInDesk } from './stand-in-desk.ts'
import { openSystemHub } from './system-hub.ts'

const ENCODED = Buffer.from(`console:${DESK_PASSWORD}`).toString('base64')

test.each([301, 302, 303, 307, 308] as const)(
  'a desk that sends us to another host with %d gets no further, and that host gets nothing',
  async (status) => {
    const hub = await openSystemHub()
    const page = await addHealthyPage(hub)
    const stranger = await startVendorServer()
    onTestFinished(() => stranger.stop())
    stranger.on('/steal', answering('{"items":[]}'))
    const desk = await startStandInDesk([])
    desk.instead = redirecting(`${stranger.address}/steal`, status)
    const { health } = await hub.add(desk.draft)
    expect(health).toMatchObject({ state: 'failing', fault: { code: 'redirected-away' } })
    expect(stranger.requests).toEqual([])
    await hub.pass(60_000)
    await page.expectReadWithin(0)
  },
)

test('the password is in no answer of the api and in no line of the log, whatever goes wrong', async () => {
  const hub = await openSystemHub()
  const desk = await startStandInDesk([])
  desk.instead = failing(401, `wrong: ${DESK_PASSWORD} ${ENCODED}`)
  const added = await hub.add(desk.draft)
  const { api } = hub
  const answers = [
    added,
    await api.sources.list(),
    await api.sources.refusals({ sourceId: added.id }),
    await api.sources.preview({ draft: { ...desk.draft, secrets: {} }, sourceId: added.id }),
    await api.settings.get(),
    hub.logged(),
  ]
  // It was sent where it belongs, or this would show nothing.
  expect(desk.requests[0]?.headers.authorization).toBe(`Basic ${ENCODED}`)
  expect(added.secretsSet).toEqual(['password'])
  expect(JSON.stringify(answers)).not.toContain(DESK_PASSWORD)
  expect(JSON.stringify(answers)).not.toContain(ENCODED)
})

test('the password does not follow a source to another address', async () => {
  const hub = await openSystemHub()
  const desk = await startStandInDesk([])
  const stranger = await startVendorServer()
  onTestFinished(() => stranger.stop())
  const { id } = await hub.add(desk.draft)
  const moved = { ...desk.draft, config: { ...desk.draft.config, address: stranger.address }, secrets: {} }
  const refused = await hub.api.sources
    .update({ sourceId: id, draft: moved })
    .catch((error: unknown) => error)
  const looked = await hub.api.sources
    .preview({ sourceId: id, draft: moved })
    .catch((error: unknown) => error)
  expect([refused, looked]).toMatchObject([
    { code: 'REFUSED', data: { place: 'secrets.password' } },
    { code: 'REFUSED', data: { place: 'secrets.password' } },
  ])
  await hub.pass(60_000)
  expect(stranger.requests).toEqual([])
})
