import { fileURLToPath } from 'node:url'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { ReportPage, ReportSection } from './report-page.ts'

/**
 * An A4 document with its own fonts (Latin, Greek, Cyrillic). Fetches nothing and reads no other file. Made in some
 * tens of milliseconds, off no thread: reports are short.
 */
export async function reportPdf(page: ReportPage): Promise<Buffer> {
  // Large, and wanted by few: loaded when the first report is asked for.
  const { default: pdfmake } = await import('pdfmake')
  const fonts = robotoFiles()
  const fontFiles = new Set(Object.values(fonts))
  pdfmake.setFonts({ Roboto: fonts })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path))
  return pdfmake.createPdf(documentOf(page)).getBuffer()
}

/** The fonts that come with the library. */
function robotoFiles(): Record<'normal' | 'bold' | 'italics' | 'bolditalics', string> {
  const library = import.meta.resolve('pdfmake')
  function fileOf(style: string): string {
    return fileURLToPath(new URL(`../fonts/Roboto/Roboto-${style}.ttf`, library))
  }
  return {
    normal: fileOf('Regular'),
    bold: fileOf('Medium'),
    italics: fileOf('Italic'),
    bolditalics: fileOf('MediumItalic'),
  }
}

function documentOf({ language, title, head, sections }: ReportPage): TDocumentDefinitions {
  return {
    info: { title },
    language,
    pageSize: 'A4',
    pageMargins: [50, 50, 50, 60],
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.25 },
    footer: (current, count) => ({ text: `${current} / ${count}`, alignment: 'center', color: '#767676' }),
    content: [
      { text: title, fontSize: 18, bold: true, margin: [0, 0, 0, 6] },
      ...head.map((text): Content => ({ text, color: '#5f5f5f' })),
      ...sections.flatMap(sectionContent),
    ],
  }
}

function sectionContent({ heading, lines, examples }: ReportSection): Content[] {
  const list: Content[] =
    lines.length === 0
      ? []
      : [
          {
            ul: lines.map(({ mark, isAssumption, text }) => ({
              text: mark === null ? text : [{ text: `${mark}: `, bold: true, italics: isAssumption }, text],
              margin: [0, 0, 0, 3] as [number, number, number, number],
            })),
          },
        ]
  const tables = examples.flatMap(({ title, columns }): Content[] => {
    const rows = Math.max(...columns.map((column) => column.lines.length))
    const cells = Array.from({ length: rows }, (_, row) => columns.map((column) => column.lines[row] ?? ''))
    return [
      { text: title, bold: true, margin: [0, 8, 0, 4] },
      {
        table: {
          headerRows: 1,
          widths: columns.map(() => '*'),
          body: [columns.map(({ heading: text }) => ({ text, bold: true })), ...cells],
        },
        layout: 'lightHorizontalLines',
        fontSize: 9,
      },
    ]
  })
  return [{ text: heading, fontSize: 13, bold: true, margin: [0, 16, 0, 6] }, ...list, ...tables]
}
