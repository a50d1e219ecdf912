import { testPolicyText } from '../sla/test-policy.ts'

/** A policy text that must be refused: where, and with what words. */
export interface BadPolicy {
  readonly name: string
  readonly text: string
  readonly place: string
  readonly reason: RegExp
}

type Parts = Readonly<Record<string, unknown>>

const WEEK = { mon: [['09:00', '17:00']] }
const TARGET = { promise: 'p', limit: '4 h', calendar: 'office' }

function calendar(parts: Parts): string {
  const office = { timeZone: 'Europe/Madrid', hours: WEEK, ...parts }
  return testPolicyText({ calendars: { office }, metrics: [{ metric: 'resolution', targets: [TARGET] }] })
}

function metric(parts: Parts): string {
  return testPolicyText({ metrics: [{ metric: 'resolution', targets: [TARGET], ...parts }] })
}

function targets(...list: readonly Parts[]): string {
  return metric({ targets: list.map((target) => ({ ...TARGET, ...target })) })
}

function own(parts: Parts): string {
  const start = [{ event: 'domain', to: ['mno'] }]
  const stop = [{ event: 'note', by: ['provider'] }]
  return testPolicyText({ metrics: [{ metric: 'vendor-chased', start, stop, targets: [TARGET], ...parts }] })
}

function goal(parts: Parts): string {
  return testPolicyText({
    attainment: [{ name: 'g', metric: 'resolution', share: '90 %', within: '4 h', ...parts }],
  })
}

function rearm(parts: Parts): string {
  return metric({
    rearm: { on: [{ event: 'phone-call' }], keeps: 'earlier-due', targets: [{ ...TARGET, ...parts }] },
  })
}

function bad(
  group: string,
  list: Readonly<Record<string, [text: string, place: string, reason: RegExp]>>,
): BadPolicy[] {
  return Object.entries(list).map(([name, [text, place, reason]]) => ({
    name: `${group}: ${name}`,
    text,
    place,
    reason,
  }))
}

const OFFICE = 'calendars.office'
const FIRST = 'metrics[0].targets[0]'
const SECOND = 'metrics[0].targets[1]'

export const BAD_POLICIES: readonly BadPolicy[] = [
  ...bad('zone', {
    'that is none': [
      calendar({ timeZone: 'Moon/Base' }),
      `${OFFICE}.timeZone`,
      /"Moon\/Base" is not a time zone/,
    ],
    'that is an offset': [calendar({ timeZone: '+05:30' }), `${OFFICE}.timeZone`, /offset.*IANA/],
    'that is empty': [calendar({ timeZone: '' }), `${OFFICE}.timeZone`, /not a time zone/],
    'that is a number': [calendar({ timeZone: 5 }), `${OFFICE}.timeZone`, /a text is needed/],
  }),
  ...bad('hours', {
    'that overlap': [
      calendar({
        hours: {
          mon: [
            ['08:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      }),
      `${OFFICE}.hours.mon[1]`,
      /overlaps another/,
    ],
    'that overlap after midnight': [
      calendar({ hours: { mon: [['22:00', '06:00']], tue: [['05:59', '12:00']] } }),
      `${OFFICE}.hours.tue[0]`,
      /overlaps another/,
    ],
    'of no length': [
      calendar({ hours: { mon: [['09:00', '09:00']] } }),
      `${OFFICE}.hours.mon[0]`,
      /empty.*00:00-24:00/,
    ],
    'that open at 24:00': [
      calendar({ hours: { mon: [['24:00', '08:00']] } }),
      `${OFFICE}.hours.mon[0]`,
      /write 00:00/,
    ],
    'that close at 24:01': [
      calendar({ hours: { mon: [['08:00', '24:01']] } }),
      `${OFFICE}.hours.mon[0]`,
      /"24:01" is not/,
    ],
    'with one end': [calendar({ hours: { mon: [['08:00']] } }), `${OFFICE}.hours.mon[0]`, /too short/],
    'of no weekday': [calendar({ hours: { monday: [] } }), `${OFFICE}.hours`, /"monday" is no part/],
    'that never open': [calendar({ hours: {} }), `${OFFICE}.hours`, /never opens/],
    'that never open: empty days': [
      calendar({ hours: { mon: [], tue: [] } }),
      `${OFFICE}.hours`,
      /never opens/,
    ],
    'of one date only, all of it a break': [
      calendar({
        hours: {},
        exceptions: { '2026-01-05': [['09:00', '10:00']] },
        breaks: { '2026-01-05': [['08:00', '11:00']] },
      }),
      `${OFFICE}.hours`,
      /never opens/,
    ],
  }),
  ...bad('dates', {
    'a holiday that is no date': [
      calendar({ holidays: ['2026-02-30'] }),
      `${OFFICE}.holidays[0]`,
      /not a date like/,
    ],
    'a holiday with a time': [
      calendar({ holidays: ['2026-01-05T00:00'] }),
      `${OFFICE}.holidays[0]`,
      /not a date like/,
    ],
    'a holiday twice': [
      calendar({ holidays: ['2026-01-05', '2026-01-05'] }),
      `${OFFICE}.holidays[1]`,
      /twice/,
    ],
    'hours of a date that is none': [
      calendar({ exceptions: { '2026-13-01': [] } }),
      `${OFFICE}.exceptions.2026-13-01`,
      /not a date like/,
    ],
    'hours of a date that overlap': [
      calendar({
        exceptions: {
          '2026-01-10': [
            ['08:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      }),
      `${OFFICE}.exceptions.2026-01-10[1]`,
      /overlaps another/,
    ],
    'a date with hours twice': [
      calendar({ exceptions: { '2026-01-10': [['08:00', '12:00']], TWICE: [] } }).replace(
        'TWICE',
        '2026-01-10',
      ),
      `${OFFICE}.exceptions.2026-01-10`,
      /twice, and only the last would count/,
    ],
    'a break outside the hours': [
      calendar({ breaks: { '2026-01-05': [['18:00', '19:00']] } }),
      `${OFFICE}.breaks.2026-01-05[0]`,
      /outside the hours of 2026-01-05/,
    ],
    'a break on a day off': [
      calendar({ breaks: { '2026-01-06': [['12:00', '13:00']] } }),
      `${OFFICE}.breaks.2026-01-06[0]`,
      /outside the hours/,
    ],
    'a break on a holiday': [
      calendar({ holidays: ['2026-01-05'], breaks: { '2026-01-05': [['12:00', '13:00']] } }),
      `${OFFICE}.breaks.2026-01-05[0]`,
      /outside the hours/,
    ],
    'breaks that overlap': [
      calendar({
        breaks: {
          '2026-01-05': [
            ['12:00', '13:00'],
            ['12:30', '14:00'],
          ],
        },
      }),
      `${OFFICE}.breaks.2026-01-05[1]`,
      /overlaps another/,
    ],
    'a break of no length': [
      calendar({ breaks: { '2026-01-05': [['12:00', '12:00']] } }),
      `${OFFICE}.breaks.2026-01-05[0]`,
      /empty/,
    ],
    'a country in words': [
      calendar({ publicHolidays: { country: 'Spain' } }),
      `${OFFICE}.publicHolidays.country`,
      /two capital letters/,
    ],
  }),
  ...bad('figure', {
    'of zero': [targets({ limit: '0 h' }), `${FIRST}.limit`, /zero time/],
    'of zero working days': [targets({ limit: '0 working days' }), `${FIRST}.limit`, /zero working days/],
    negative: [targets({ limit: '-2 h' }), `${FIRST}.limit`, /"-2 h" is not a length/],
    'of ten thousand years': [targets({ limit: '87660000 h' }), `${FIRST}.limit`, /longer than a year/],
    'of ten thousand years in days': [
      targets({ limit: '260000 working days' }),
      `${FIRST}.limit`,
      /longer than a year/,
    ],
    'beyond numbers': [targets({ limit: '1e308 h' }), `${FIRST}.limit`, /"1e308 h" is not a length/],
    endless: [targets({ limit: 'Infinity h' }), `${FIRST}.limit`, /not a length/],
    'that is a number': [targets({ limit: 4 }), `${FIRST}.limit`, /"none" or a text or an object/],
    'that is missing': [targets({ limit: undefined }), `${FIRST}.limit`, /missing/],
    twice: [
      targets({ limit: '4 h', LIMIT: '8 h' }).replace('LIMIT', 'limit'),
      `${FIRST}.limit`,
      /twice, and only the last/,
    ],
    'goal as long as the limit': [targets({ goal: '4 h' }), `${FIRST}.goal`, /shorter than the limit/],
    'goal in days of a limit in hours': [
      targets({ goal: '1 working day' }),
      `${FIRST}.goal`,
      /shorter than the limit/,
    ],
    'goal without a limit': [targets({ limit: 'none', goal: '2 h' }), `${FIRST}.goal`, /needs a limit/],
    'warning of nothing': [targets({ atRisk: '0 %' }), `${FIRST}.atRisk`, /from 1 % to 99 %/],
    'warning at the breach': [targets({ atRisk: '100 %' }), `${FIRST}.atRisk`, /from 1 % to 99 %/],
    'warning before the start': [targets({ atRisk: '4 h' }), `${FIRST}.atRisk`, /comes before the start/],
    'warning in days': [targets({ atRisk: '1 working day' }), `${FIRST}.atRisk`, /a share like 75 %/],
    'warning in days for all': [testPolicyText({ atRisk: '1 working day' }), 'atRisk', /a share like 75 %/],
    'warning for all before the start of one': [
      testPolicyText({ atRisk: '1 h' }),
      FIRST,
      /comes before the start/,
    ],
    'working day of 30 h': [
      testPolicyText({ workingDays: { hours: '30 h' } }),
      'workingDays.hours',
      /up to 24 h/,
    ],
    'working day of working days': [
      testPolicyText({ workingDays: { hours: '1 working day' } }),
      'workingDays.hours',
      /up to 24 h/,
    ],
    'share of nothing': [goal({ share: '0 %' }), 'attainment[0].share', /more than 0 %/],
    'share of more than all': [goal({ share: '100.5 %' }), 'attainment[0].share', /at most 100 %/],
    'share in words': [goal({ share: 'most' }), 'attainment[0].share', /written like 90 %/],
    'share within zero': [goal({ within: '0 h' }), 'attainment[0].within', /zero time/],
    'version of nothing': [testPolicyText({ version: -1 }), 'version', /a number above 0/],
  }),
  ...bad('condition that never holds', {
    'a severity that is not listed': [
      targets({ when: { severity: ['P9'] } }),
      `${FIRST}.when.severity[0]`,
      /no severity "P9"/,
    ],
    'a channel there is not': [
      targets({ when: { channel: ['fax'] } }),
      `${FIRST}.when.channel[0]`,
      /one of "web"/,
    ],
    'a calendar there is not': [
      targets({ when: { calendar: { name: 'night', is: ['open'] } } }),
      `${FIRST}.when.calendar.name`,
      /no calendar "night"/,
    ],
    'a calendar named as objects inherit': [
      targets({ calendar: 'constructor' }),
      `${FIRST}.calendar`,
      /no calendar "constructor"/,
    ],
    'a holiday of a calendar without any': [
      targets({ when: { calendar: { name: 'always', is: ['holiday'] } } }),
      `${FIRST}.when.calendar.is[0]`,
      /has no holiday/,
    ],
    'a field with a value and above it': [
      targets({ when: { fields: { Affected: ['3', 'few'] }, fieldAbove: { Affected: 5 } } }),
      `${FIRST}.when.fieldAbove.Affected`,
      /contradicts/,
    ],
    'a list of nothing': [targets({ when: { severity: [] } }), `${FIRST}.when.severity`, /empty/],
  }),
  ...bad('never reached', {
    'behind a wider one': [
      targets({ when: { severity: ['P1', 'P2'] } }, { when: { severity: ['P1'], channel: ['phone'] } }),
      SECOND,
      /never reached/,
    ],
    'behind the same in other words': [
      targets({ when: { customer: ['ACME', 'Globex'] } }, { when: { customer: ['acme'], domain: ['mno'] } }),
      SECOND,
      /never reached/,
    ],
    'behind a lower number': [
      targets({ when: { fieldAbove: { Affected: 1 } } }, { when: { fieldAbove: { Affected: 10 } } }),
      SECOND,
      /never reached/,
    ],
    'behind all severities together': [
      targets({ when: { severity: ['P1'] } }, { when: { severity: ['P2'] } }, {}),
      'metrics[0].targets[2]',
      /never reached/,
    ],
    'a ladder behind a wider one': [
      testPolicyText({
        escalation: [
          {
            name: 'late',
            when: { severity: ['P1', 'P2'] },
            steps: [{ role: 'r', rule: 'r', due: 'on-demand' }],
          },
          { name: 'late', when: { severity: ['P2'] }, steps: [{ role: 'r', rule: 'r', due: 'on-demand' }] },
        ],
      }),
      'escalation[1]',
      /never reached/,
    ],
  }),
  ...bad('exclusion', {
    'of everything': [
      metric({ exclusions: [{ when: {}, because: 'x' }] }),
      'metrics[0].exclusions[0].when',
      /every ticket/,
    ],
    'of everything by severities': [
      metric({ exclusions: [{ when: { severity: ['P2', 'P1'] }, because: 'x' }] }),
      'metrics[0].exclusions[0].when',
      /every ticket/,
    ],
    'of everything by two': [
      metric({
        exclusions: [
          { when: { severity: ['P1'] }, because: 'x' },
          { when: { severity: ['P2'] }, because: 'y' },
        ],
      }),
      'metrics[0].exclusions[1].when',
      /every ticket/,
    ],
    'of all that one target promises': [
      metric({
        exclusions: [{ when: { domain: ['customer'] }, because: 'x' }],
        targets: [{ ...TARGET, when: { domain: ['customer'], severity: ['P1'] } }, TARGET],
      }),
      FIRST,
      /never counted/,
    ],
    'behind a wider one': [
      metric({
        exclusions: [
          { when: { domain: ['mno'] }, because: 'x' },
          { when: { domain: ['mno'], fieldAbove: { Affected: 1 } }, because: 'y' },
        ],
      }),
      'metrics[0].exclusions[1].when',
      /never reached/,
    ],
  }),
  ...bad('pause', {
    'for good': [
      metric({ pausedWhen: [{ when: {}, because: 'x' }] }),
      'metrics[0].pausedWhen[0].when',
      /for good/,
    ],
    'in every status': [
      metric({ pausedIn: ['new', 'open', 'awaiting-customer', 'awaiting-mno', 'on-hold'] }),
      'metrics[0].pausedIn',
      /never count/,
    ],
    'by a severity that is not listed': [
      metric({ pausedWhen: [{ when: { severity: ['P7'] }, because: 'x' }] }),
      'metrics[0].pausedWhen[0].when.severity[0]',
      /no severity "P7"/,
    ],
  }),
  ...bad('promise that is not there', {
    'a goal for it': [goal({ metric: 'call-back' }), 'attainment[0].metric', /no metric "call-back"/],
    'a goal for tickets no target is about': [
      testPolicyText({
        metrics: [{ metric: 'resolution', targets: [{ ...TARGET, when: { severity: ['P1'] } }] }],
        attainment: [
          { name: 'g', metric: 'resolution', share: '90 %', within: '4 h', when: { severity: ['P2'] } },
        ],
      }),
      'attainment[0].when',
      /never measured/,
    ],
    'a ladder for it': [
      testPolicyText({
        escalation: [{ name: 'l', metric: 'call-back', steps: [{ role: 'r', rule: 'r', due: 'at-breach' }] }],
      }),
      'escalation[0].metric',
      /no metric "call-back"/,
    ],
    'a ladder for one without a figure': [
      testPolicyText({
        metrics: [{ metric: 'resolution', targets: [{ ...TARGET, limit: 'none' }] }],
        escalation: [
          { name: 'l', metric: 'resolution', steps: [{ role: 'r', rule: 'r', due: 'at-breach' }] },
        ],
      }),
      'escalation[0].metric',
      /never due/,
    ],
  }),
  ...bad('event that never happens', {
    'a status that is none': [
      own({ stop: [{ event: 'status', to: ['done'] }] }),
      'metrics[0].stop[0].to[0]',
      /"done" is no status; it is one of new, open/,
    ],
    'a domain that is none': [
      own({ start: [{ event: 'domain', to: ['carrier'] }] }),
      'metrics[0].start[0].to[0]',
      /"carrier" is no domain/,
    ],
    'a new value of a reply': [
      own({ stop: [{ event: 'reply', to: ['x'] }] }),
      'metrics[0].stop[0].to',
      /no new value/,
    ],
    'a name of a note': [
      own({ stop: [{ event: 'note', name: 'x' }] }),
      'metrics[0].stop[0].name',
      /only the event "field"/,
    ],
    'a channel of a call': [
      own({ stop: [{ event: 'phone-call', channel: ['phone'] }] }),
      'metrics[0].stop[0].channel',
      /has no channel/,
    ],
    'a creation that stops': [
      own({ stop: [{ event: 'created' }] }),
      'metrics[0].stop[0]',
      /created before any clock/,
    ],
    'a creation that waits': [
      testPolicyText({
        metrics: [
          { metric: 'first-response', targets: [TARGET] },
          { metric: 'resolution', after: 'first-response', targets: [TARGET] },
        ],
      }),
      'metrics[1].after',
      /never start/,
    ],
    'own metric named as objects inherit': [
      testPolicyText({ metrics: [{ metric: 'constructor', targets: [TARGET] }] }),
      'metrics[0]',
      /say what starts and stops/,
    ],
  }),
  ...bad('promise given anew', {
    'in working days': [
      rearm({ limit: '1 working day' }),
      'metrics[0].rearm.targets[0].limit',
      /a time like 15 min/,
    ],
    'by a field': [
      rearm({ limit: { field: 'Agreed' } }),
      'metrics[0].rearm.targets[0].limit',
      /a time like 15 min/,
    ],
    'by another calendar': [
      rearm({ calendar: 'always' }),
      'metrics[0].rearm.targets[0].calendar',
      /counts by "office"/,
    ],
  }),
]
