import type { ReportPage, ReportSection } from './report-page.ts'

/** CommonMark with the tables of GitHub. What people wrote stands as text: no markup of theirs takes effect. */
export function reportMarkdown({ title, head, sections }: ReportPage): string {
  return [`# ${escaped(title)}`, ...head.map(escaped), ...sections.map(sectionMarkdown)].join('\n\n') + '\n'
}

function sectionMarkdown({ heading, lines, examples }: ReportSection): string {
  const list = lines.map(({ mark, text }) =>
    mark === null ? `- ${escaped(text)}` : `- **${escaped(mark)}:** ${escaped(text)}`,
  )
  const tables = examples.map(({ title, columns }) => {
    const rows = Math.max(...columns.map((column) => column.lines.length))
    const cells = Array.from({ length: rows }, (_, row) =>
      tableRow(columns.map((column) => escaped(column.lines[row] ?? ''))),
    )
    return [
      `### ${escaped(title)}`,
      '',
      tableRow(columns.map((column) => escaped(column.heading))),
      tableRow(columns.map(() => '---')),
      ...cells,
    ].join('\n')
  })
  return [`## ${escaped(heading)}`, ...(list.length === 0 ? [] : [list.join('\n')]), ...tables].join('\n\n')
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** One line, with every character that Markdown could take for markup made plain. */
function escaped(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_{}[\]()<>#+!|~]/g, (character) => `\\${character}`)
}
