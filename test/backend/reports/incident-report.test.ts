import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftReport } from '../../../electron/backend/reports/draft-report.ts'
import { reportHtml } from '../../../electron/backend/reports/report-html.ts'
import { reportMarkdown } from '../../../electron/backend/reports/report-markdown.ts'
import { reportPage, type ReportPage } from '../../../electron/backend/reports/report-page.ts'
import { reportPdf } from '../../../electron/backend/reports/report-pdf.ts'
import { createWords } from '../../../electron/backend/words/create-words.ts'
import type { Analysis } from '../../../shared/records/analysis.ts'
import type { IncidentReport } from '../../../shared/records/incident-report.ts'
import { madeAnalysis, madeFinding, madeResult } from '../../support/made-analysis.ts'

const AT = Date.UTC(2026, 10, 20, 10, 32)

const full = madeAnalysis({
  result: madeResult({
    findings: [
      madeFinding({
        parts: [
          { kind: 'value', column: 'carrier', value: 'Carrier X' },
          { kind: 'value', column: 'codec', value: 'G.729' },
        ],
        since: AT,
        trend: 'new',
        equivalents: [
          {
            parts: [{ kind: 'value', column: 'gateway', value: 'gw-7' }],
            overlap: 1,
            separatedBy: {
              has: [{ kind: 'value', column: 'carrier', value: 'Carrier X' }],
              hasNot: [{ kind: 'value', column: 'gateway', value: 'gw-7' }],
              records: 0,
            },
          },
        ],
        confounders: [
          {
            column: 'trunk',
            crude: { value: 6, low: 4, high: 9 },
            within: { value: 1.04, low: 0.8, high: 1.3 },
          },
        ],
        examples: [
          {
            failing: { row: 1, values: { call_id: 'a@switch.example', codec: 'G.729', note: '' } },
            working: { row: 2, values: { call_id: 'b@switch.example', codec: 'G.711' } },
            differing: ['hour'],
          },
        ],
      }),
      madeFinding({
        id: 'lead',
        verdict: 'lead',
        parts: [{ kind: 'prefix', column: 'called', prefix: '4420' }],
      }),
    ],
    symptoms: [{ column: 'sip_code', reason: 'role', values: [{ value: '503', failing: 90, working: 0 }] }],
  }),
})

async function draft(analysis: Analysis, findingIds: string[] = [], language: 'en' | 'es' = 'en') {
  const words = await createWords(language)
  return draftReport({ analysis, findingIds, words, timeZone: 'Europe/Madrid' })
}

function texts(lines: readonly { certainty: string; text: string }[]): string[] {
  return lines.map(({ certainty, text }) => `${certainty}: ${text}`)
}

async function page(
  report: Partial<IncidentReport>,
  caseNumber: string | null = 'INC-1',
): Promise<ReportPage> {
  const drafted = await draft(full)
  const whole: IncidentReport = {
    ...drafted,
    id: 'r',
    language: 'en',
    createdAt: AT,
    updatedAt: AT,
    updatedBy: 'Desk',
    ...report,
  }
  return reportPage({
    report: whole,
    words: await createWords(whole.language),
    timeZone: 'Europe/Madrid',
    caseNumber,
  })
}

describe('a draft', () => {
  test('tells what was counted as observation, and the cause as assumption', async () => {
    const { title, commonalities } = await draft(full)
    expect(title).toBe('Incident report: carrier Carrier X and codec G.729')
    expect(texts(commonalities)).toEqual([
      'observation: They share carrier Carrier X and codec G.729: 93 of 100 failing records, 4 of 100 working ones.',
      'observation: That is 23.3 times as common among failing records (95 % interval 8.9 to 60.9).',
      'observation: It holds since 2026-11-20 11:32:00+01:00.',
      'observation: It is new: in the earlier records it was not bad.',
      'observation: Within one trunk it is 1 times as common, 6 times in all.',
      'observation: carrier Carrier X and codec G.729 and gateway gw-7 cannot be told apart in these records.',
      'observation: A record with carrier Carrier X and without gateway gw-7 would tell; there is none so far.',
      'assumption: What they share is the cause, not something that merely goes with it.',
      'observation: 7 of 100 failing records are not explained by this.',
    ])
  })

  test('says what failing means and what was taken for a sign of it', async () => {
    expect(texts((await draft(full)).checked)).toEqual([
      'observation: Failing is: status = failed',
      'observation: Working is: all other records',
      'observation: Signs of failing, not causes: sip_code',
    ])
  })

  test('has an example without its blank fields', async () => {
    const { examples } = await draft(full)
    expect(examples).toEqual([
      {
        title: 'Example 1: carrier Carrier X and codec G.729. Apart from that they differ in hour.',
        failing: ['call_id: a@switch.example', 'codec: G.729'],
        working: ['call_id: b@switch.example', 'codec: G.711'],
      },
    ])
  })

  test('of a lead calls it unproven', async () => {
    expect(texts((await draft(full, ['lead'])).commonalities)[0]).toBe(
      'assumption: called beginning with 4420 may play a part: 93 of 100 failing records, 4 of 100 working ones. This sample cannot prove it.',
    )
  })

  test('without anything proven says so', async () => {
    const none = madeAnalysis({ result: madeResult({ findings: [] }) })
    expect(texts((await draft(none)).commonalities)).toEqual([
      'observation: Nothing that failing records share is provable with this sample.',
    ])
  })

  test('has the same lines in Spanish, none of them English', async () => {
    const english = await draft(full)
    const spanish = await draft(full, [], 'es')
    expect(spanish.commonalities.map(({ certainty }) => certainty)).toEqual(
      english.commonalities.map(({ certainty }) => certainty),
    )
    const englishTexts = new Set(english.commonalities.map(({ text }) => text))
    expect(spanish.commonalities.filter(({ text }) => englishTexts.has(text))).toEqual([])
  })
})

describe('written out', () => {
  test('Markdown and HTML hold every line of the report', async () => {
    const made = await page({})
    const [markdown, html] = [reportMarkdown(made), reportHtml(made)]
    const plainMarkdown = markdown.replaceAll('\\', '')
    for (const { heading, lines } of made.sections) {
      expect(plainMarkdown).toContain(`## ${heading}`)
      expect(html).toContain(`<h2>${heading}</h2>`)
      for (const { text } of lines) {
        expect(plainMarkdown).toContain(text)
        expect(html).toContain(text)
      }
    }
    expect(plainMarkdown).toContain('| call_id: a@switch.example | call_id: b@switch.example |')
    expect(html).toContain('<td>call_id: a@switch.example</td><td>call_id: b@switch.example</td>')
    expect(plainMarkdown).toContain('Case INC-1')
  })

  test('what people wrote takes no effect as markup', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (text) => {
        const hostile = `<img src=x onerror=1> | ](javascript:1) ${text}`
        const made = await page({ title: hostile, summary: [{ certainty: 'observation', text: hostile }] })
        expect(reportHtml(made)).not.toContain('<img')
        expect(reportMarkdown(made)).not.toMatch(/(?<!\\)[<|]img|(?<!\\)\]\(/)
      }),
      { numRuns: 30 },
    )
  })

  test('a section without anything to say is left out', async () => {
    const { sections } = await page({ examples: [], checked: [] })
    expect(sections.map(({ heading }) => heading)).toEqual([
      'What happens',
      'What failing records share',
      'Replication',
    ])
  })

  test('a PDF is made, in letters beyond Latin too, without asking the network', async () => {
    const made = await page({ title: 'Отчёт: ≥ 93 of 100, España' })
    const pdf = await reportPdf(made)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.subarray(-6).toString()).toContain('%%EOF')
    expect(pdf.length).toBeGreaterThan(8_000)
  })
})
