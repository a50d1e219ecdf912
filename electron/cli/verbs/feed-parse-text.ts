import type { DescribedReport } from './feed-parse-output.ts'

type Described = DescribedReport['incidents'][number]

const NOTHING = '-'

/** What `feed parse` prints for a person: one line per fact, raw word first, ours behind the arrow. */
export function reportLines(report: DescribedReport): string[] {
  const isPlainFeed = report.feed !== null && report.incidents.every((incident) => incident.kind === 'notice')
  const lines = [
    `Page: ${report.pageName ?? NOTHING} (${report.format})`,
    ...optional('Address', report.pageUrl),
    ...optional('Changed', report.pageUpdatedAt),
    `Overall: ${said(report.overall.raw, report.overall.state)}${note(report.overall.description)}`,
    ...section('Groups', report.groups),
    ...section(
      'Components',
      report.components.map((component) => {
        const group = component.group === null ? '' : `${component.group} / `
        return `${group}${component.name}: ${said(component.rawState, component.state)}${details(component.details)}`
      }),
    ),
    ...(isPlainFeed ? [] : section('Incidents', report.incidents.map(incidentLine))),
    ...section('Maintenances', report.maintenances.map(incidentLine)),
    ...itemLines(report),
    ...section(
      'Details',
      Object.entries(report.details).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    ),
    ...section(
      'Not taken',
      report.refusals.map((refusal) => `${refusal.place}: ${refusal.reason}`),
    ),
  ]
  return lines.map(printable)
}

function itemLines(report: DescribedReport): string[] {
  if (report.feed === null) return []
  const items = report.feed.items.map(
    (item) => `${item.date ?? 'no date'}  ${item.title ?? NOTHING}${note(item.link)}`,
  )
  return [`Feed: ${report.feed.kind}, ${report.feed.itemCount} items`, ...section('Items', items)]
}

function incidentLine(incident: Described): string {
  return (
    [
      `[${incident.id}] ${incident.title}`,
      `status ${incident.rawStatus ?? NOTHING}`,
      `impact ${said(incident.rawImpact, incident.impact)}`,
      openWord(incident.open),
      `start ${incident.startedAt ?? NOTHING}`,
      `update ${incident.updatedAt ?? NOTHING}`,
      `end ${incident.endedAt ?? NOTHING}`,
      `${incident.updateCount} updates`,
      ...(incident.components.length === 0 ? [] : [`on ${incident.components.join(', ')}`]),
      ...(incident.url === null ? [] : [incident.url]),
    ].join(' | ') + details(incident.details)
  )
}

function openWord(open: boolean | null): string {
  if (open === null) return 'open or not: unsaid'
  return open ? 'open' : 'not open'
}

function said(raw: string | null, state: string): string {
  return `${raw ?? NOTHING} -> ${state}`
}

function note(text: string | null): string {
  return text === null ? '' : ` (${text})`
}

function details(facts: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(facts).filter(([, value]) => value !== null)
  return entries.length === 0
    ? ''
    : ` | ${entries.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(', ')}`
}

function optional(name: string, value: string | null): string[] {
  return value === null ? [] : [`${name}: ${value}`]
}

function section(name: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${name} (${lines.length}):`, ...lines.map((line) => `  ${line}`)]
}

/** A hostile title must not steer the terminal it is printed on. */
function printable(line: string): string {
  return line.replace(/\p{Cc}+/gu, ' ')
}
