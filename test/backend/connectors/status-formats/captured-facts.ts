import type { DescribedReport } from '../../../../electron/cli/verbs/feed-parse-output.ts'

type Facts = Readonly<Record<string, unknown>>

/** One entry of the payload index; see its `level` and `compare`. */
export interface PayloadEntry {
  readonly file: string
  readonly kind: 'feed' | 'status'
  readonly level: 'must' | 'should' | 'may'
  readonly facts: Facts
  readonly http?: Readonly<Record<string, string>>
}

/** Every fact that the report does not bear out, as "fact: got x, expected y". Only keys present are asserted. */
export function contradictions(report: DescribedReport, facts: Facts): string[] {
  const found: string[] = []
  const check = (name: string, got: unknown, expected: unknown): void => {
    if (expected !== undefined && !sameFact(got, expected))
      found.push(`${name}: got ${show(got)}, expected ${show(expected)}`)
  }
  check('feed_title', report.feed?.title ?? '', facts['feed_title'])
  check('feed_updated', report.feed?.updatedAt, facts['feed_updated'])
  check('item_count', report.feed?.itemCount, facts['item_count'])
  checkAny('item_count_any', report.feed?.itemCount, facts['item_count_any'], found)
  check('dated_items', report.feed?.items.filter((item) => item.date !== null).length, facts['dated_items'])
  check('page_name', report.pageName, facts['page_name'] ?? undefined)
  check('overall_raw', report.overall.raw, facts['overall_raw'])
  check('overall_description', report.overall.description, facts['overall_description'])
  check('page_updated_at', report.pageUpdatedAt, facts['page_updated_at'])
  check('generated_at', report.pageUpdatedAt, facts['generated_at'])
  check('component_count', report.componentCount, facts['component_count'])
  check('group_count', report.groupCount, facts['group_count'])
  check('incident_count', report.incidentCount, facts['incident_count'])
  check('open_incident_count', report.openIncidentCount, facts['open_incident_count'])
  check('maintenance_count', report.maintenanceCount, facts['maintenance_count'])
  check('poll_after_seconds', report.pollAfterSeconds, facts['poll_after_seconds'])
  check('max_stale_seconds', report.details['maxStaleSeconds'], facts['max_stale_seconds'])
  check('container_count', report.details['containerCount'], facts['container_count'])
  check('empty_sections', report.details['emptySections'], facts['empty_sections'])
  check('disabled', report.details['disabled'], facts['disabled'])
  check('slug', report.details['slug'], facts['slug'])
  check('monitor_ids', report.details['monitorIds'], facts['monitor_ids'])
  factList(facts['items']).forEach((item, place) => found.push(...itemContradictions(report, item, place)))
  checkComponents(report, facts, check)
  checkIncidents(report, facts, check)
  checkMaintenances(report, facts, check)
  checkExpectedStates(report, facts, check)
  return found
}

type Check = (name: string, got: unknown, expected: unknown) => void

function checkComponents(report: DescribedReport, facts: Facts, check: Check): void {
  factList(facts['components']).forEach((fact, place) => {
    const component = report.components[place]
    check(`components[${place}].name`, component?.name, fact['name'])
    check(`components[${place}].status_raw`, component?.rawState, fact['status_raw'])
    check(`components[${place}].group`, component?.group, fact['group'])
  })
  const words: Readonly<Record<string, string>> = {
    operational: 'operational',
    partial_outage: 'partial-outage',
  }
  for (const [name, word] of Object.entries(factRecord(facts['status_words']))) {
    const component = report.components.find((candidate) => candidate.name === name)
    check(`status_words.${name}`, component?.state, words[String(word)])
  }
  for (const [fact, detail] of [
    ['monitor_state', 'status'],
    ['last_beat_at', 'lastBeatAt'],
    ['uptime_24h', 'uptime24h'],
  ] as const) {
    for (const [id, expected] of Object.entries(factRecord(facts[fact]))) {
      const component = report.components.find((candidate) => candidate.id === id)
      check(`${fact}.${id}`, component?.details[detail], expected)
    }
  }
}

function checkIncidents(report: DescribedReport, facts: Facts, check: Check): void {
  factList(facts['incidents']).forEach((fact, place) => {
    const incident = report.incidents[place]
    const at = (name: string): string => `incidents[${place}].${name}`
    check(at('id'), incident?.id, fact['id'])
    check(at('title'), incident?.title, fact['title'])
    check(at('status_raw'), incident?.rawStatus, fact['status_raw'])
    check(at('impact_raw'), incident?.rawImpact, fact['impact_raw'])
    check(at('open'), incident?.open, fact['open'])
    check(at('started_at'), incident?.startedAt, fact['started_at'])
    check(at('updated_at'), incident?.updatedAt, fact['updated_at'])
    check(at('resolved_at'), incident?.endedAt, fact['resolved_at'])
    check(at('components'), incident?.components, fact['components'])
    check(at('updates'), incident?.updateCount, fact['updates'])
    check(at('severity_raw'), incident?.details['severity'], fact['severity_raw'])
    check(at('region'), incident?.details['region'], fact['region'])
    check(at('service'), incident?.details['service'], fact['service'])
    check(at('impacted_services'), incident?.details['impactedServices'], fact['impacted_services'])
    check(at('impacted_now'), incident?.details['impactedNow'], fact['impacted_now'])
    check(at('recovered'), incident?.details['recovered'], fact['recovered'])
  })
  const entries = report.incidents
  check(
    'service_key',
    entries.map((incident) => incident.details['service']),
    facts['service_key'],
  )
  check(
    'epoch_in_guid',
    entries.map((incident) => incident.details['guidAt']),
    facts['epoch_in_guid'],
  )
}

function checkMaintenances(report: DescribedReport, facts: Facts, check: Check): void {
  factList(facts['maintenances']).forEach((fact, place) => {
    const maintenance = report.maintenances[place]
    const at = (name: string): string => `maintenances[${place}].${name}`
    check(at('id'), maintenance?.id, fact['id'])
    check(at('title'), maintenance?.title, fact['title'])
    check(at('status_raw'), maintenance?.rawStatus, fact['status_raw'])
    check(at('starts_at'), maintenance?.startedAt, fact['starts_at'])
    check(at('ends_at'), maintenance?.endedAt, fact['ends_at'])
    check(at('phase'), maintenance?.details['phase'], fact['phase'])
  })
}

function checkExpectedStates(report: DescribedReport, facts: Facts, check: Check): void {
  const openness: Readonly<Record<string, boolean | null>> = {
    open: true,
    resolved: false,
    information: null,
  }
  for (const [id, state] of Object.entries(factRecord(facts['expected_state']))) {
    const incident = report.incidents.find((candidate) => candidate.id.endsWith(id))
    check(`expected_state.${id}`, incident?.open, openness[String(state)])
  }
}

function itemContradictions(report: DescribedReport, fact: Facts, place: number): string[] {
  const found: string[] = []
  const item = report.feed?.items[typeof fact['index'] === 'number' ? fact['index'] : place]
  const check = (name: string, got: unknown, expected: unknown): void => {
    if (expected !== undefined && !sameFact(got, expected)) {
      found.push(`items[${place}].${name}: got ${show(got)}, expected ${show(expected)}`)
    }
  }
  check('title', item?.title ?? '', fact['title'])
  check('id', item?.id, fact['id'] ?? fact['guid'])
  check('link', item?.link, fact['link'])
  check('date', item?.date, fact['date'])
  check('published_at', item?.publishedAt, fact['published_at'])
  check('updated_at', item?.updatedAt, fact['updated_at'])
  checkAny(`items[${place}].title`, item?.title, fact['title_any'], found)
  checkAny(`items[${place}].link`, item?.link, fact['link_any'], found)
  return found
}

function checkAny(name: string, got: unknown, expected: unknown, found: string[]): void {
  if (!Array.isArray(expected) || expected.some((one) => sameFact(got, one))) return
  found.push(`${name}: got ${show(got)}, expected one of ${show(expected)}`)
}

/** Instants agree to the second, texts with white space collapsed, numbers with their digits. */
function sameFact(got: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((one, index) => sameFact(got[index], one))
    )
  }
  if (typeof expected === 'number') return String(got) === String(expected)
  if (typeof expected !== 'string' || typeof got !== 'string') return got === expected
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(expected)) return got.slice(0, 19) === expected.slice(0, 19)
  return got === expected.replace(/\s+/g, ' ').trim()
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}

function isFactRecord(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function factList(value: unknown): Facts[] {
  return Array.isArray(value) ? value.filter(isFactRecord) : []
}

function factRecord(value: unknown): Facts {
  return isFactRecord(value) ? value : {}
}
