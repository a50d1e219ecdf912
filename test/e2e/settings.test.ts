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

async function open(section: string, role: 'admin' | 'viewer' = 'admin'): Promise<void> {
  server = await startPageServer({ role })
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1366, height: 768 } })
  await page.goto(`${server.url}/#/settings/${section}`)
}

describe('settings', () => {
  test('a line of contracts is added, checked and saved', async () => {
    await open('contracts')
    await page.getByText('There is no severity "P9".').waitFor()
    await page.getByRole('button', { name: 'Add a line' }).click()
    await page.getByText('Name at least one field, or use the default contract.').waitFor()
    const save = page.getByRole('button', { name: 'Save', exact: true })
    expect(await save.isDisabled()).toBe(true)
    await page.getByLabel('Customer of line 2').fill('Andes Freight')
    await page.getByText('Never reached: an earlier line matches everything this one does.').waitFor()
    await page.getByLabel('Customer of line 2').fill('Baltic Meters')
    await save.click()
    await page.getByText('Saved. Every clock is derived again.').waitFor()
    await page.reload()
    expect(await page.getByLabel('Customer of line 2').inputValue()).toBe('Baltic Meters')
  })

  test('a desk is edited as people write hours; what cannot be read is not saved', async () => {
    await open('desks')
    const madrid = page.getByRole('region', { name: 'Madrid' })
    await madrid.getByLabel('Tuesday').fill('nine to five')
    await madrid.getByText('Write 08:00-16:00, several with commas.').waitFor()
    const save = page.getByRole('button', { name: 'Save', exact: true })
    expect(await save.isDisabled()).toBe(true)
    await madrid.getByLabel('Tuesday').fill('22:00-06:00')
    await save.click()
    await page.getByText('Saved. Every clock is derived again.').waitFor()
    await page.reload()
    expect(await madrid.getByLabel('Tuesday').inputValue()).toBe('22:00-06:00')
  })

  test('a wall token is shown once, as a link', async () => {
    await open('access')
    await page.getByRole('button', { name: 'Add a wall' }).click()
    await page.getByLabel('Name of the wall').fill('North side')
    await page.getByRole('button', { name: 'Make token' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Link for North side' })
    expect(await dialog.getByLabel('Wall link').inputValue()).toBe(`${server.url}/wall?token=a-made-up-token`)
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await page.getByRole('cell', { name: 'North side', exact: true }).waitFor()
    expect(await page.getByText('a-made-up-token').count()).toBe(0)
  })

  test('a user needs a usable name and a long password', async () => {
    await open('access')
    await page.getByRole('button', { name: 'Add a user' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Not Good')
    await page.getByRole('textbox', { name: 'Password' }).fill('short')
    await page.getByRole('button', { name: 'Save user' }).click()
    await page.getByText('begins with a letter or digit').waitFor()
    await page.getByRole('textbox', { name: 'Name' }).fill('operator.one')
    await page.getByRole('textbox', { name: 'Password' }).fill('four short plain words')
    await page.getByRole('button', { name: 'Save user' }).click()
    await page.getByRole('cell', { name: 'operator.one', exact: true }).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('a viewer may look and is told why nothing can be changed', async () => {
    await open('contracts', 'viewer')
    await page.getByText('Your role may look but not change.').waitFor()
    expect(await page.getByRole('button', { name: 'Add a line' }).count()).toBe(0)
    await page.getByRole('tab', { name: 'Access' }).click()
    await page.getByText('Only administrators see users and wall tokens.').waitFor()
  })
})
