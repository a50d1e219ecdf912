import { escapeUTF8 as escaped } from 'entities'
import type { ReportPage, ReportSection } from './report-page.ts'

/** Stands alone: no script, no picture, nothing fetched. Prints on paper as it reads. */
const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.6rem; line-height: 1.25; }
  h2 { font-size: 1.1rem; margin-top: 2rem; border-bottom: 1px solid #8886; }
  h3 { font-size: 1rem; }
  .head { color: #767676; margin: 0; }
  ul { padding-left: 1.2rem; }
  .mark { font-weight: 600; }
  .assumption .mark { font-style: italic; }
  table { border-collapse: collapse; width: 100%; table-layout: fixed; font-variant-numeric: tabular-nums; }
  th, td { border: 1px solid #8886; padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
  @media print { body { margin: 0; max-width: none; } table { break-inside: avoid; } }
`

export function reportHtml({ language, title, head, sections }: ReportPage): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${head.map((line) => `<p class="head">${escaped(line)}</p>`).join('\n')}
${sections.map(sectionHtml).join('\n')}
</body>
</html>
`
}

function sectionHtml({ heading, lines, examples }: ReportSection): string {
  const items = lines.map(({ mark, isAssumption, text }) => {
    const told = mark === null ? '' : `<span class="mark">${escaped(mark)}:</span> `
    return `<li${isAssumption ? ' class="assumption"' : ''}>${told}${escaped(text)}</li>`
  })
  const tables = examples.map(({ title, columns }) => {
    const rows = Math.max(...columns.map((column) => column.lines.length))
    const cells = Array.from(
      { length: rows },
      (_, row) =>
        `<tr>${columns.map((column) => `<td>${escaped(column.lines[row] ?? '')}</td>`).join('')}</tr>`,
    )
    const headings = columns.map((column) => `<th scope="col">${escaped(column.heading)}</th>`).join('')
    return `<h3>${escaped(title)}</h3>\n<table><thead><tr>${headings}</tr></thead><tbody>${cells.join('')}</tbody></table>`
  })
  const list = items.length === 0 ? '' : `<ul>${items.join('\n')}</ul>`
  return `<section><h2>${escaped(heading)}</h2>\n${list}\n${tables.join('\n')}</section>`
}
