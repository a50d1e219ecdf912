import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startBuiltHub, type BuiltHub } from '../support/built-hub.ts'
import { runMeridian } from '../support/run-meridian.ts'

// The built hub with sign-in demanded, its users added by the command line, and a browser that knows nothing yet.

const PASSWORD = 'four words on paper'
const PATIENCE = { timeout: 20_000 }
const CASES = `id,subject,status,created,updated
1,SIMs of one site cannot attach,open,2026-03-02T10:00:00Z,2026-03-02T10:05:00Z
2,SMS delivery delayed,open,2026-03-02T11:00:00Z,2026-03-02T11:05:00Z
`
/** What changes something, by the words on its button or link. */
const CHANGES = /\b(add|save|remove|discard|pause|resume|sync|import|edit|make|copy monday|actions)\b/i

let browser: Browser
let hub: BuiltHub
let context: BrowserContext
let page: Page
/** Frames of the socket in which the hub refused something. */
let refusals: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  hub = await startBuiltHub({
    arguments: ['--require-sign-in'],
    async prepare(dataDirectory) {
      await addUser(dataDirectory, 'ada', 'admin')
      await addUser(dataDirectory, 'vera', 'viewer')
      const file = join(dataDirectory, 'cases.csv')
      writeFileSync(file, CASES)
      await runMeridian(['tickets', 'import', file, '--data-dir', dataDirectory])
    },
  })
})
afterAll(async () => {
  await browser.close()
  await hub.remove()
})
beforeEach(async () => {
  context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1366, height: 768 } })
  page = await context.newPage()
  refusals = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const text = payload.toString()
      if (text.includes('FORBIDDEN')) refusals.push(text)
    }),
  )
})
afterEach(async () => {
  await context.close()
})

function addUser(dataDirectory: string, name: string, role: string): Promise<string> {
  return runMeridian(['user', 'add', name, '--role', role, '--data-dir', dataDirectory], `${PASSWORD}\n`)
}

async function signIn(name: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

function showsBoard(): Promise<void> {
  return page.getByRole('grid').waitFor(PATIENCE)
}

function asksForSignIn(): Promise<void> {
  return page.getByRole('heading', { name: 'Sign in to Meridian' }).waitFor(PATIENCE)
}

/** Names of what may be pressed on a screen, once `landmark` stands on it. */
async function offered(path: string, landmark: string): Promise<string[]> {
  await page.goto(`${hub.address}#${path}`)
  const content = page.getByRole('main')
  await content.getByText(landmark).first().waitFor(PATIENCE)
  const controls = content.locator('button:enabled, a')
  return controls.evaluateAll((found) =>
    found.map((control) => (control.getAttribute('aria-label') ?? control.textContent ?? '').trim()),
  )
}

async function changesOffered(): Promise<string[]> {
  const screens = [
    await offered('/sources', 'Last success'),
    await offered('/settings/contracts', 'Default contract'),
    await offered('/settings/desks', 'Who covers when'),
    await offered('/settings/access', 'sers'),
  ]
  return screens.flat().filter((name) => CHANGES.test(name))
}

describe('signing in', () => {
  test('a wrong password is said and nothing of the hub is shown', async () => {
    await page.goto(hub.address)
    await asksForSignIn()
    await signIn('ada', 'four words on sand')
    await page.getByText('This name and password do not belong together. Try again.').waitFor(PATIENCE)
    expect(await page.getByRole('grid').count()).toBe(0)
    expect(await page.getByRole('navigation').count()).toBe(0)
  })

  test('the right one opens the board; who it is stands in the header and the keyboard alone signs out', async () => {
    await page.goto(hub.address)
    await signIn('ada')
    await showsBoard()
    const account = page.getByRole('button', { name: 'Signed in as ada, Administrator' })
    expect(await account.innerText()).toBe('ada · Administrator')
    await account.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor()
    await page.keyboard.press('Enter')
    await asksForSignIn()
    expect(await context.cookies()).toEqual([])
    await page.reload()
    await asksForSignIn()
  })

  test('a session that was signed out is worth nothing any more', async () => {
    await page.goto(hub.address)
    await signIn('ada')
    await showsBoard()
    const kept = await context.cookies()
    expect(kept.map(({ name }) => name)).toEqual(['meridian-session'])
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Commands' })
    await palette.waitFor()
    await page.keyboard.type('sign out')
    // At once, as a person who knows the command does.
    await page.keyboard.press('Enter')
    await asksForSignIn()
    await context.addCookies(kept)
    await page.reload()
    await asksForSignIn()
  })

  test('says that one is still signed in when the hub did not hear of it', async () => {
    await page.goto(hub.address)
    await signIn('ada')
    await showsBoard()
    await page.route('**/session', (route) => route.abort())
    await page.getByRole('button', { name: /^Signed in as/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByText('you are still signed in').waitFor(PATIENCE)
    expect(await page.getByRole('grid').count()).toBe(1)
  })

  test('a viewer sees every screen and is offered nothing that would be refused', async () => {
    await page.goto(hub.address)
    await signIn('vera')
    await showsBoard()
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem').first().waitFor()
    expect(await page.getByRole('menuitem', { name: 'Save' }).count()).toBe(0)
    expect(await changesOffered()).toEqual([])
    expect(refusals).toEqual([])
  })

  test('an administrator is offered the changes that a viewer is not', async () => {
    await page.goto(hub.address)
    await signIn('ada')
    await showsBoard()
    const names = await changesOffered()
    expect(names).toEqual(expect.arrayContaining(['Add a desk', 'Add a user', 'Add a wall']))
    expect(names.length).toBeGreaterThan(6)
  })
})

describe('a wall with a token', () => {
  test('opens without a sign-in, forgets the token in its address, and stops within seconds when it is revoked', async () => {
    const place = ['--data-dir', hub.dataDirectory]
    const token = (await runMeridian(['token', 'wall', 'North wall', ...place])).trim()
    await page.goto(`${hub.address}wall?token=${token}&inches=65`)
    await page.getByRole('row').first().waitFor(PATIENCE)
    expect(page.url()).toBe(`${hub.address}wall?inches=65`)
    expect(await page.evaluate(() => document.cookie)).toBe('')

    const held: { id: string; label: string }[] = JSON.parse(
      await runMeridian(['token', 'list', '--json', ...place]),
    )
    const id = held.find(({ label }) => label === 'North wall')?.id ?? ''
    await runMeridian(['token', 'revoke', id, ...place])
    await page.getByRole('alert').getByText('This wall may not read the hub').waitFor({ timeout: 5_000 })
    expect(await page.getByRole('textbox').count()).toBe(0)
    await page.reload()
    await page.getByRole('alert').getByText('This wall may not read the hub').waitFor(PATIENCE)
    expect(await page.getByRole('textbox').count()).toBe(0)
    expect(await page.getByRole('row').count()).toBe(0)
  })
})
