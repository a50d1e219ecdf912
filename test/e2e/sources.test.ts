import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type PageServer, startPageServer } from '../support/page-server.ts'

let browser: Browser
let server: PageServer
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})
afterEach(async () => {
  await page.context().close()
  await server.close()
})

async function open(address: string, options: Parameters<typeof startPageServer>[0] = {}): Promise<void> {
  server = await startPageServer(options)
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1366, height: 768 } })
  await page.goto(`${server.url}/#${address}`)
}

describe('first run', () => {
  test('leads from the welcome to a live board: kind, settings, a try, add', async () => {
    await open('/', { empty: true })
    await page.getByRole('heading', { name: 'Welcome to Meridian' }).waitFor()
    await page.getByRole('link', { name: 'Request Tracker' }).click()
    await page.getByLabel('Address').fill('https://desk.example/')
    await page.getByLabel('Token').fill('made-up')
    await page.getByRole('button', { name: 'Try it' }).click()
    const ticket = page.getByRole('article', { name: /^Ticket / })
    await ticket.getByText('As the source gave it').waitFor()
    await ticket.getByText('As Meridian reads it').waitFor()
    expect(await page.getByText('no creation time').count()).toBe(1)
    await page.getByRole('button', { name: 'Add source' }).click()
    await page.waitForURL(/#\/board/)
  })

  test('says to a viewer who can go on', async () => {
    await open('/first-run', { empty: true, role: 'viewer' })
    await page.getByText('ask an administrator of this hub').waitFor()
    expect(await page.getByRole('link', { name: 'Request Tracker' }).count()).toBe(0)
  })
})

describe('sources', () => {
  test('are listed with those in trouble first, each with its sentence', async () => {
    await open('/sources')
    await page.getByRole('row', { name: /Example desk/ }).waitFor()
    const rows = await page.getByRole('row').allInnerTexts()
    expect(rows[1]).toContain('Disconnected')
    expect(rows[1]).toContain('no address for notices.example')
    expect(rows.at(-1)).toContain('Healthy')
  })

  test('show their refused records with place and reason', async () => {
    await open('/sources')
    await page.getByRole('button', { name: '2 records refused' }).click()
    const dialog = page.getByRole('dialog', { name: 'Refused records of Example desk' })
    await dialog.getByRole('cell', { name: 'ticket 17', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
  })

  test('are asked at once, and say so', async () => {
    await open('/sources')
    await page
      .getByRole('row', { name: /Example desk/ })
      .getByRole('button', { name: 'Sync now' })
      .click()
    await page.getByText('Example desk is asked now.').waitFor()
    await page.getByText('10 of 60 read').waitFor()
    await expect.poll(() => page.getByText('10 of 60 read').count(), { timeout: 10_000 }).toBe(0)
  })

  test('are removed only by their name', async () => {
    await open('/sources')
    await page.getByRole('button', { name: 'More actions for Example desk' }).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Remove Example desk?' })
    const remove = dialog.getByRole('button', { name: 'Remove source' })
    expect(await remove.isDisabled()).toBe(true)
    await dialog.getByLabel('Type the name of the source to confirm').fill('Example desk')
    await remove.click()
    await page.getByText('Example desk was removed.').waitFor()
    expect(await page.getByRole('row', { name: /Example desk/ }).count()).toBe(0)
  })

  test('offer nothing that the role would be refused', async () => {
    await open('/sources', { role: 'viewer' })
    await page.getByRole('row', { name: /Example desk/ }).waitFor()
    expect(await page.getByRole('button', { name: 'Sync now' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Add source' }).count()).toBe(0)
  })
})

describe('settings of a source', () => {
  test('complain at the field before anything is asked', async () => {
    await open('/sources/new/request-tracker')
    await page.getByLabel('Address').fill('desk.example')
    await page.getByRole('button', { name: 'Add source' }).click()
    await page.getByText('Needs a full address that begins with https:// or http://.').waitFor()
    expect(await page.getByLabel('Address').getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByLabel('Token').getAttribute('aria-invalid')).toBe('true')
  })

  test('offer the values seen in the source for mapping', async () => {
    await open('/sources/new/request-tracker')
    await page.getByLabel('Address').fill('https://desk.example/')
    await page.getByLabel('Token').fill('made-up')
    await page.getByRole('button', { name: 'Try it' }).click()
    await page.getByRole('button', { name: 'NOC', exact: true }).click()
    expect(await page.getByLabel('Queues').inputValue()).toBe('NOC')
    await page.getByRole('button', { name: /Meaning of stalled/ }).click()
    await page.getByRole('option', { name: 'On hold' }).click()
    await page.getByRole('button', { name: 'Remove stalled' }).waitFor()
    await page.getByText('Changed since the last try.').waitFor()
  })

  test('keep a stored secret when it is left empty', async () => {
    await open('/sources/new/request-tracker')
    await page.getByLabel('Address').fill('https://desk.example/')
    await page.getByLabel('Token').fill('made-up')
    await page.getByLabel('Name', { exact: true }).fill('Second desk')
    await page.getByRole('button', { name: 'Add source' }).click()
    await page.getByRole('link', { name: 'Second desk' }).click()
    const token = page.getByLabel('Token')
    await token.waitFor()
    expect(await token.inputValue()).toBe('')
    expect(await token.getAttribute('placeholder')).toContain('stored')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Second desk was saved.').waitFor()
  })
})

describe('import of a file', () => {
  const csv = { name: 'cases.csv', mimeType: 'text/csv', buffer: Buffer.from('Case;Subject\n1;Æ\n') }

  test('shows what the file would become before it imports', async () => {
    await open('/sources/import')
    await page.locator('input[type=file]').setInputFiles(csv)
    await page.getByText('42 tickets and 84 events would be taken.').waitFor()
    await page.getByText('"yesterday" is not a time').waitFor()
    await page.getByRole('button', { name: 'Import 42 tickets' }).click()
    await page.getByText('42 tickets and 84 events were imported as “cases”.').waitFor()
    expect(await page.getByText('1 row was refused.').count()).toBe(1)
  })

  test('says what to do with a file that is too large', async () => {
    await open('/sources/import')
    const buffer = Buffer.alloc(8_100_000)
    await page.locator('input[type=file]').setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer })
    await page.getByText(/large\.csv has 8\.1 MB/).waitFor()
    expect(await page.getByRole('button', { name: 'Choose a file' }).count()).toBe(1)
  })
})
