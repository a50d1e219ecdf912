import type { Browser, Locator, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Caller } from '../../electron/backend/access/caller.ts'
import { launchBrowser } from '../support/browser.ts'
import { complaintsOf } from '../support/complaints.ts'
import { type PageServer, startPageServer } from '../support/page-server.ts'
import { lowContrastTexts } from '../support/text-contrast.ts'

let browser: Browser
let server: PageServer
let page: Page
/** Everything the browser complained of: faults of the page and what its policy forbids. */
let complaints: string[]

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})
afterEach(async () => {
  await page.context().close()
  await server.close()
  if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join('\n')}`)
})

interface Look {
  role?: Caller['role']
  theme?: string
  language?: string
}

async function open({ role = 'operator', theme = 'dark', language = 'en' }: Look = {}): Promise<void> {
  server = await startPageServer({ role })
  page = await browser.newPage({
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    viewport: { width: 1366, height: 768 },
  })
  complaints = complaintsOf(page)
  await page.addInitScript((chosen) => localStorage.setItem('meridian.preferences', JSON.stringify(chosen)), {
    theme,
    language,
    density: 'compact',
  })
  await page.goto(`${server.url}/#/analysis`)
}

/** Opens the screen with the made-up calls chosen and both sides counted. */
async function openCalls(look: Look = {}): Promise<void> {
  await open(look)
  await page.getByRole('button', { name: /^calls-2026-11-20\.csv/ }).click()
  await sizes('100 failing, 112 working').waitFor()
}

function sizes(words: string): Locator {
  return page.getByRole('status').filter({ hasText: words })
}

function failing(): Locator {
  return page.getByRole('textbox', { name: 'Failing are records with' })
}

function search(): Locator {
  return page.getByRole('button', { name: 'Search', exact: true })
}

function csv(name: string, bytes: number) {
  return { name, mimeType: 'text/csv', buffer: Buffer.alloc(bytes, 'a,b\n1,2\n') }
}

async function pick(...files: ReturnType<typeof csv>[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(files)
}

describe('a file', () => {
  test('is sent in parts, read in, chosen, and what failing means is proposed', async () => {
    await open()
    await pick(csv('night.csv', 4_000_000), csv('day.csv', 10))
    await page.getByRole('progressbar', { name: 'Reading night.csv + 1' }).waitFor()
    await page.getByRole('region', { name: 'Records' }).getByText('night.csv + 1').waitFor()
    await page.getByText('Recognised as ConnexCS.').waitFor()
    await sizes('100 failing, 112 working').waitFor()
    expect(await failing().inputValue()).toBe('sip_code >= 400')
    expect(await search().isEnabled()).toBe(true)
  })

  test('is cancelled while it is read, and nothing is kept', async () => {
    await open()
    await pick(csv('night.csv', 100))
    await page.getByRole('progressbar', { name: 'Reading night.csv' }).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Cancelled. Nothing was kept.').waitFor()
    expect(await page.getByRole('list', { name: 'Record sets' }).getByRole('listitem').count()).toBe(1)
  })

  test('that cannot be read is refused in one sentence with its place, and may be tried again', async () => {
    await open()
    await pick(csv('broken.csv', 100))
    const refusal = page.getByText(/broken\.csv was not read in: .*line 3, column 14/)
    await refusal.waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('progressbar', { name: 'Reading broken.csv' }).waitFor()
    await refusal.waitFor()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    expect(await refusal.count()).toBe(0)
  })

  test('without content is not even sent', async () => {
    await open()
    await pick(csv('nothing.csv', 0))
    await page.getByText('nothing.csv is empty.').waitFor()
    expect(await page.getByRole('progressbar').count()).toBe(0)
  })

  test('goes on after the cable was pulled', async () => {
    await open()
    await page.getByRole('button', { name: /^calls-2026-11-20\.csv/ }).waitFor()
    await pick(csv('long.csv', 24_000_000))
    await page.getByRole('progressbar', { name: 'Sending long.csv' }).waitFor()
    server.cut()
    await page.getByText('Connection to the backend lost.').waitFor()
    server.restore()
    await page.getByText('Recognised as ConnexCS.').waitFor({ timeout: 30_000 })
    expect(await page.getByRole('region', { name: 'Records' }).getByText('long.csv').count()).toBeGreaterThan(
      0,
    )
    // The socket that was cut is what the browser tells of.
    complaints = complaints.filter((complaint) => !/WebSocket|ERR_/.test(complaint))
  })
})

describe('records', () => {
  test('tell what was left out and what was put right', async () => {
    await openCalls()
    await page.getByText('was written in WINDOWS-1252').waitFor()
    await page.getByRole('button', { name: '2 rows could not be read' }).click()
    const dialog = page.getByRole('dialog', { name: /^Rows of calls/ })
    await dialog.getByRole('row', { name: /118 It has 15 values where the header has 17/ }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
  })

  test('keep the question where others with its columns are chosen', async () => {
    await openCalls()
    await failing().fill('duration = 0')
    await pickAnother()
    await page.getByText('Recognised as ConnexCS.').waitFor()
    expect(await failing().inputValue()).toBe('duration = 0')
  })

  test('are removed after a question', async () => {
    await openCalls()
    await page.getByRole('button', { name: 'More about records' }).click()
    await page.getByRole('menuitem', { name: 'Remove these records…' }).click()
    const question = page.getByRole('alertdialog', { name: 'Remove calls-2026-11-20.csv?' })
    await question.getByText('Its 212 records are forgotten.').waitFor()
    await question.getByRole('button', { name: 'Remove records' }).click()
    await page.getByText('No records were read in yet.').waitFor()
    expect(await failing().count()).toBe(0)
  })

  async function pickAnother(): Promise<void> {
    await page.getByRole('button', { name: 'Other records' }).click()
    await pick(csv('next-day.csv', 50))
    await page.getByRole('region', { name: 'Records' }).getByText('next-day.csv').first().waitFor()
  }
})

describe('columns', () => {
  test('are put right, left out of the search, and kept as a layout', async () => {
    await openCalls()
    await page.getByRole('button', { name: 'Columns…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Columns of calls-2026-11-20.csv' })
    const gateway = dialog.getByRole('row', { name: /gateway/ })
    expect(await gateway.innerText()).toContain('6 values')
    await dialog.getByRole('textbox', { name: 'Find a column' }).fill('trunk')
    await dialog.getByText('1 of 17 columns').waitFor()
    await dialog.getByRole('button', { name: /What a_trunk is/ }).click()
    await page.getByRole('option', { name: 'carrier' }).click()
    await dialog.getByText('Values are read anew.').waitFor()
    await dialog.getByRole('checkbox', { name: 'Search in a_trunk' }).press('Space')

    await dialog.getByRole('button', { name: 'Keep as layout…' }).click()
    const naming = page.getByRole('dialog', { name: 'Keep as layout…' })
    await naming.getByLabel('Name of the layout').fill('Lisbon switch')
    await naming.getByRole('button', { name: 'Keep layout' }).click()
    await dialog.getByText('Layout “Lisbon switch” is kept').waitFor()
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(() => dialog.count()).toBe(0)

    await page.getByRole('button', { name: 'Columns…' }).click()
    await dialog.getByRole('textbox', { name: 'Find a column' }).fill('trunk')
    await dialog.getByRole('button', { name: /^carrier What a_trunk is/ }).waitFor()
    expect(await dialog.getByRole('checkbox', { name: 'Search in a_trunk' }).isChecked()).toBe(false)
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)

    await page.getByRole('button', { name: 'More about records' }).click()
    await page.getByRole('menuitem', { name: 'Layouts…' }).click()
    await page.getByRole('button', { name: 'Remove layout Lisbon switch' }).click()
    await expect.poll(() => page.getByRole('row', { name: /Lisbon switch/ }).count()).toBe(0)
    expect(await page.getByRole('row', { name: /Asterisk CDR/ }).count()).toBe(1)
  })
})

describe('what failing means', () => {
  test('is a suggestion at one press, and both sides follow', async () => {
    await openCalls()
    await page.getByRole('button', { name: /^Failing is duration = 0: / }).click()
    expect(await failing().inputValue()).toBe('duration = 0')
    const pressed = page.getByRole('button', { name: /^Failing is duration = 0/, pressed: true })
    await pressed.waitFor()
    await failing().fill('sip_code = 503')
    await sizes('60 failing, 152 working').waitFor()
    expect(await pressed.count()).toBe(0)
  })

  test('is told where it is wrong, at its line and column, and the sentence leads there', async () => {
    await openCalls()
    await failing().fill('sip_code >= 400\nand carier = "Carrier X"')
    await page.getByText('There is no column “carier”; the nearest is “carrier”.').waitFor()
    expect(await page.locator('mark').innerText()).toBe('carier')
    expect(await search().isDisabled()).toBe(true)
    await page.getByText('A condition has an error.').waitFor()
    await page.getByRole('button', { name: /^Line 2, column 5/ }).click()
    await page.keyboard.type('carrier')
    await sizes('86 failing, 126 working').waitFor()
    expect(await search().isEnabled()).toBe(true)
  })

  test('is built in rows, which are its text, and back', async () => {
    await openCalls()
    await page.getByRole('button', { name: 'Build it: Failing are records with' }).click()
    const rows = page.getByRole('group', { name: 'Rows of: Failing are records with' })
    const first = rows.getByRole('group', { name: 'Row 1' })
    expect(await first.getByRole('combobox', { name: 'Column' }).inputValue()).toBe('sip_code')
    await rows.getByRole('button', { name: 'Add a row' }).click()
    const second = rows.getByRole('group', { name: 'Row 2' })
    await second.getByRole('combobox', { name: 'Column' }).fill('carr')
    await page.getByRole('option', { name: 'carrier', exact: true }).click()
    const values = second.getByRole('combobox', { name: 'Values of carrier' })
    await values.fill('carrier "')
    await page.getByRole('option', { name: /^Carrier "Q"/ }).click()
    // The list stays open for further values.
    await page.keyboard.press('Escape')
    await expect.poll(() => failing().inputValue()).toBe('sip_code >= 400 and carrier = "Carrier ""Q"""')
    // A value that is in no record is taken as it is typed.
    await values.fill('Carrier 9')
    await values.press('Enter')
    await page.keyboard.press('Escape')
    const text = 'sip_code >= 400 and carrier in ("Carrier ""Q""", "Carrier 9")'
    await expect.poll(() => failing().inputValue()).toBe(text)
    await second.getByRole('button', { name: 'Remove value Carrier 9' }).click()

    await failing().fill('sip_code between 400 and 499 or status = failed')
    await expect.poll(() => first.getByRole('textbox', { name: 'At most' }).inputValue()).toBe('499')
    await failing().fill('not (sip_code = 200 and status = answered)')
    await page.getByText('This says more than rows can show').waitFor()
    await sizes('100 failing, 112 working').waitFor()
  })

  test('may be what tickets name', async () => {
    await openCalls()
    await page.getByRole('button', { name: 'Named by tickets…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Records named by tickets' })
    await dialog.getByLabel('Find tickets by words or case number').fill('10')
    const tickets = dialog.getByRole('list', { name: 'Tickets found' }).getByRole('listitem')
    await tickets.first().waitFor()
    await tickets.first().getByText(/./).first().click()
    await dialog.getByText('1 ticket chosen').waitFor()
    await dialog.getByRole('button', { name: 'Failing are these' }).click()
    await page.getByText('4 identifiers name 3 records.').waitFor()
    expect(await failing().inputValue()).toMatch(/^call_id in \(/)
    await sizes('3 failing, 209 working').waitFor()
    await page.getByText('Few fail: only what nearly all of them share can be proven.').waitFor()
  })

  test('looks only at a time that is picked in the viewer’s zone', async () => {
    await openCalls()
    await page.getByRole('button', { name: 'Time window…' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Time window' })
    await dialog.getByText('Times are in Europe/Madrid.').waitFor()
    await dialog.getByLabel('From').fill('2026-11-20T10:00')
    await dialog.getByLabel('Until').fill('2026-11-20T09:00')
    await dialog.getByText('The window must end after it begins.').waitFor()
    await dialog.getByLabel('Until').fill('2026-11-20T12:00')
    await dialog.getByRole('button', { name: 'Use this time' }).click()
    const where = page.getByRole('textbox', { name: 'Look only at' })
    expect(await where.inputValue()).toBe('start >= 2026-11-20T09:00:00Z and start < 2026-11-20T11:00:00Z')
  })

  test('has working records of its own, or matched ones where a customer tells the sides apart', async () => {
    await openCalls()
    await page.getByText(/The sides are from different customers: customer alone/).waitFor()
    await page.getByRole('button', { name: 'Match working records in customer' }).click()
    await page.getByText('Working records are picked to match in customer.').waitFor()
    await page.getByRole('button', { name: 'Do not match in customer' }).click()
    expect(await page.getByText('Working records are picked to match').count()).toBe(0)
    await page.getByRole('button', { name: /Working are/ }).click()
    await page.getByRole('option', { name: 'those with…' }).click()
    await page.getByRole('textbox', { name: 'Working are records with' }).fill('carrier = "Carrier Y"')
    await page.getByText('rows are on neither side.').waitFor()
  })
})

describe('rows that stand for several records', () => {
  test('need both counts, found by typing a part of their name', async () => {
    await openCalls()
    await page.getByText('Rows that stand for several records').click()
    await page.getByRole('combobox', { name: 'Failed records of a row' }).fill('ring')
    // Escape takes back what was typed; the list closes.
    await page.keyboard.press('Escape')
    const failed = page.getByRole('combobox', { name: 'Failed records of a row' })
    await expect.poll(() => failed.inputValue()).toBe('')
    await failed.fill('ring')
    await page.getByRole('option', { name: 'ring_seconds' }).click()
    await page.getByText('Failed and total counts are needed together.').waitFor()
    expect(await search().isDisabled()).toBe(true)
    await page.getByRole('combobox', { name: 'All records of a row' }).fill('dur')
    await page.getByRole('option', { name: 'duration' }).click()
    await expect.poll(() => search().isEnabled()).toBe(true)
    for (const name of ['Failed records of a row', 'All records of a row']) {
      await page.getByRole('combobox', { name }).fill('')
      await page.keyboard.press('Tab')
    }
    await sizes('100 failing, 112 working').waitFor()
    expect(await page.getByRole('combobox', { name: 'All records of a row' }).inputValue()).toBe('')
  })
})

describe('watched folders', () => {
  test('are listed with their trouble, added, and refused at the field', async () => {
    await open()
    await page.getByRole('button', { name: 'More about records' }).click()
    await page.getByRole('menuitem', { name: 'Watched folders…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Watched folders' })
    await dialog.getByText('There is no folder /srv/cdr/lab').waitFor()
    await dialog.getByRole('button', { name: 'Add a folder' }).click()
    await dialog.getByRole('button', { name: 'Save folder' }).click()
    expect(await dialog.getByText('Needed.').count()).toBe(2)
    await dialog.getByLabel('Name').fill('Riga')
    await dialog.getByLabel('Folder on the hub’s machine').fill('cdr/riga')
    await dialog.getByRole('button', { name: 'Save folder' }).click()
    await dialog.getByText('It must be a whole path, beginning with /.').waitFor()
    await dialog.getByLabel('Folder on the hub’s machine').fill('/srv/cdr/riga')
    await dialog.getByRole('button', { name: 'Save folder' }).click()
    await dialog.getByRole('row', { name: /Riga.*no file yet/ }).waitFor()
    await dialog.getByRole('button', { name: 'Watch Riga no more' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove folder' }).click()
    await expect.poll(() => dialog.getByRole('row', { name: /Riga/ }).count()).toBe(0)
  })
})

describe('the keyboard alone', () => {
  test('chooses records, takes a suggestion and searches', async () => {
    await open()
    await page.getByRole('button', { name: /^calls-2026-11-20\.csv/ }).focus()
    await page.keyboard.press('Enter')
    await sizes('100 failing, 112 working').waitFor()
    await page.getByRole('button', { name: /^Failing is status in/ }).focus()
    await page.keyboard.press('Space')
    await expect.poll(() => failing().inputValue()).toBe('status in (failed)')
    await failing().focus()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Searching…' }).waitFor()
    expect(await failing().inputValue()).toBe('status in (failed)')
    await search().waitFor()
  })
})

describe('roles', () => {
  test('a viewer sees, but changes nothing', async () => {
    await open({ role: 'viewer' })
    await page.getByText('Your role may look but not change or search.').waitFor()
    await page.getByRole('button', { name: /^calls-2026-11-20\.csv/ }).click()
    await page.getByText('The sides are from different customers').waitFor()
    expect(await failing().isDisabled()).toBe(true)
    expect(await page.locator('input[type=file]').count()).toBe(0)
    expect(await page.getByRole('button', { name: /Search$|Build it|Match working|Named by/ }).count()).toBe(
      0,
    )
    await page.getByRole('button', { name: 'Columns…' }).click()
    const dialog = page.getByRole('dialog', { name: /^Columns of/ })
    await dialog.getByText('What each column was taken for.').waitFor()
    expect(await dialog.getByRole('button', { name: /Save|Keep/ }).count()).toBe(0)
    expect(await dialog.getByRole('button', { name: /What gateway is/ }).isDisabled()).toBe(true)
  })
})

describe('the look', () => {
  test.each(['dark', 'light', 'contrast'])('can be read: %s', async (theme) => {
    await openCalls({ theme })
    await failing().fill('carier = x')
    await page.getByText('There is no column “carier”').waitFor()
    expect(await lowContrastTexts(page, 'main', 4.5)).toEqual([])
  })

  test('is Spanish too', async () => {
    await open({ language: 'es' })
    await page.getByRole('button', { name: /^calls-2026-11-20\.csv/ }).click()
    await sizes('100 fallan, 112 funcionan').waitFor()
    expect(await page.getByRole('textbox', { name: 'Fallan los registros con' }).inputValue()).toBe(
      'sip_code >= 400',
    )
  })
})
