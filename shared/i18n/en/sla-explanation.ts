/** What happened, as the end of a sentence: `$t(event.{{event}})`. */
export const eventPhrases = {
  created: 'the ticket was created',
  reply: {
    provider: 'we wrote to the customer',
    customer: 'the customer wrote',
    mno: 'the operator wrote',
    system: 'the help desk sent a message by itself',
  },
  'phone-call': {
    provider: 'we called',
    customer: 'the customer called',
    mno: 'the operator called',
    system: 'a call was logged',
  },
  note: 'a note was written',
  status: {
    new: 'the ticket became new',
    open: 'the ticket was opened',
    'awaiting-customer': 'the ticket began to wait for the customer',
    'awaiting-mno': 'the ticket began to wait for the operator',
    'on-hold': 'the ticket was put on hold',
    resolved: 'the ticket was resolved',
    closed: 'the ticket was closed',
    withdrawn: 'the ticket was withdrawn',
  },
  severity: { reported: 'another severity was reported', assessed: 'the severity was assessed' },
  owner: 'the ticket got another owner',
  customer: 'the ticket got another customer',
  domain: 'the domain of responsibility was set',
  field: 'a field of the ticket changed',
  merged: 'the ticket was merged into another',
}

/** Why a clock stands where it stands; the sentences follow each other. */
export const explanation = {
  contract: 'The contract is {{policy}}, version {{version}}.',
  promise: 'It promises: {{promise}}.',
  applies: {
    toAll: 'This holds for every ticket that no earlier rule takes.',
    severityAssessed: 'This holds because the severity was assessed as {{severity}}.',
    severityReported:
      'This holds because the severity was reported as {{severity}} and nobody has assessed it.',
    channel: {
      web: 'This holds because the case came as a web case.',
      email: 'This holds because the case came by e-mail.',
      phone: 'This holds because the case came by phone.',
      api: 'This holds because the case came over the programming interface.',
      chat: 'This holds because the case came by chat.',
      unknown: 'This holds because nobody knows how the case came.',
    },
    domain: {
      mno: "This holds because the fault lies in the operator's domain.",
      provider: 'This holds because the fault lies in our own domain.',
      customer: "This holds because the fault lies in the customer's domain.",
    },
    customer: 'This holds because the customer is {{customer}}.',
    queue: 'This holds because the queue is {{queue}}.',
    subject: 'This holds because the subject contains "{{text}}".',
    field: 'This holds because the field {{field}} says "{{value}}".',
    fieldAbove: 'This holds because the field {{field}} says {{value}}, which is more than {{above}}.',
    calendar: {
      open: 'This holds because {{at}} lies in the hours of "{{calendar}}" ({{zone}}).',
      closed: 'This holds because {{at}} lies outside the hours of "{{calendar}}" ({{zone}}).',
      weekend: 'This holds because {{at}} lies on a weekend of "{{calendar}}" ({{zone}}).',
      holiday: 'This holds because {{at}} lies on a holiday of "{{calendar}}" ({{zone}}).',
    },
  },
  started: 'The clock started {{at}}, when $t(event.{{event}}).',
  startedUntold: 'The clock started {{at}}, when the ticket was created; its source tells no more of that.',
  hours: {
    always: 'Every hour counts, day and night.',
    calendar: 'Only the hours of "{{calendar}}" count: {{hours}}, time zone {{zone}}.',
  },
  reassessed: 'The promise changed {{at}}, when $t(event.{{event}}): {{promise}}.',
  reassessedToNothing: 'From {{at}} nothing was promised, because $t(event.{{event}}).',
  reassessment: {
    'from-start': 'By this contract a new promise is measured from the start of the clock.',
    'carry-over': 'By this contract a new promise keeps what was counted before it.',
  },
  rearmed: 'It was promised anew {{at}}, when $t(event.{{event}}).',
  rearmedInVain: 'The promise was given again {{at}}, when $t(event.{{event}}), but this does not move it.',
  leftOut: {
    paused: {
      new: 'Left out: {{length}} while the ticket was new ({{times}}×).',
      open: 'Left out: {{length}} while the ticket was open ({{times}}×).',
      'awaiting-customer': 'Left out: {{length}} while the customer owed an answer ({{times}}×).',
      'awaiting-mno': 'Left out: {{length}} while the operator owed an answer ({{times}}×).',
      'on-hold': 'Left out: {{length}} while the ticket was on hold ({{times}}×).',
      resolved:
        'Left out: {{length}} while the ticket was resolved, before it was opened again ({{times}}×).',
      closed: 'Left out: {{length}} while the ticket was closed, before it was opened again ({{times}}×).',
      withdrawn:
        'Left out: {{length}} while the ticket was withdrawn, before it was opened again ({{times}}×).',
    },
    pausedWhen: 'Left out: {{length}} of pause ({{times}}×): {{because}}.',
    excluded: 'Left out: {{length}} that do not count by the contract ({{times}}×): {{because}}.',
    closed: 'Left out: {{length}} outside the hours of the contract.',
    holidays: 'Left out: {{length}} on holidays: {{holidays}}.',
  },
  days: {
    'same-wall-time':
      '{{limit}} end at the wall time of the start on the last of these days; here that is {{length}} of the hours that count.',
    'end-of-working-day':
      '{{limit}} end when the last of these days closes; here that is {{length}} of the hours that count.',
  },
  counted: 'Counted: {{counted}} of {{budget}}; {{left}} left.',
  countedOver: 'Counted: {{counted}} of {{budget}}; {{over}} too much.',
  atRisk: 'At risk from {{at}}.',
  goal: 'The goal, the softer of the two figures, lies at {{at}}.',
  promisedLate:
    'The promise came into force only {{at}}, after its time had ended {{due}}; it is broken since then.',
  settled: 'The clock ended {{at}}, when $t(event.{{event}}).',
  atLimit: {
    met: 'By this contract an answer exactly at the limit is in time.',
    breached: 'By this contract an answer exactly at the limit is late.',
  },
  contradiction: {
    event: 'Event {{id}} is dated {{at}}: $t(event.{{event}}).',
    now: "The hub's own time was {{now}}.",
    noStatusEvent: 'No event tells of a status.',
    knownSeverities: 'The severities of the contract are {{known}}.',
  },
}
