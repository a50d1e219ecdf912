import { eventPhrases, explanation } from './sla-explanation.ts'

/**
 * Clock names, states and reasons. A reason's `key` is a path in this catalogue; of its values every number is an
 * instant, to be written in the reader's zone, and every text is shown as it is.
 */
export const sla = {
  metric: {
    'first-response': 'First response',
    'next-reply': 'Next reply',
    'periodic-update': 'Regular update',
    resolution: 'Resolution',
    'call-back': 'Call back',
  },
  state: {
    running: 'Running',
    paused: 'Paused',
    'outside-hours': 'Outside hours',
    met: 'Met',
    breached: 'Breached',
    excluded: 'Excluded',
    'not-promised': 'Not promised',
    'cannot-be-computed': 'Cannot be computed',
  },
  ledgerLabel: {
    counted: 'Counted',
    paused: 'Paused',
    closed: 'Closed',
    holiday: 'Holiday',
    excluded: 'Excluded',
    overdue: 'Overdue',
  },
  reason: {
    running: 'Due {{due}}, because {{promise}}.',
    outsideHours: 'Outside hours until {{opens}}, then due {{due}}, because {{promise}}.',
    met: 'Answered {{settled}}, in time: {{promise}}.',
    breached: 'Was due {{due}} and is not answered: {{promise}}.',
    answeredLate: 'Was due {{due}}, answered only {{settled}}: {{promise}}.',
    excluded: 'Does not count since {{since}}: {{because}}.',
    withdrawn: 'Withdrawn or merged before it was due: nothing is owed any more.',
    paused: {
      new: 'Paused since {{since}} while the ticket is new.',
      open: 'Paused since {{since}} while the ticket is open.',
      'awaiting-customer': 'Paused since {{since}} while the customer owes an answer.',
      'awaiting-mno': 'Paused since {{since}} while the operator owes an answer.',
      'on-hold': 'Paused since {{since}} while the ticket is on hold.',
      resolved: 'Paused since {{since}} while the ticket is resolved.',
      closed: 'Paused since {{since}} while the ticket is closed.',
      withdrawn: 'Paused since {{since}} while the ticket is withdrawn.',
    },
    internal: 'Meridian failed while computing this clock; all others go on: report it with the log.',
    noPolicy: 'No contract is assigned to this ticket, so nothing is promised.',
    nothingMatches: '{{policy}} promises nothing for a ticket like this one.',
    noFigure: '{{promise}}.',
    nothingAgreed: 'No time is agreed in the field {{field}}: {{promise}}.',
    noSeverity: 'The ticket has no severity yet, and {{policy}} promises by severity.',
    unknownSeverity: '{{policy}} knows no severity {{severity}}.',
    unreadableLength: 'The field {{field}} says "{{text}}", which is not a time like 2 h.',
    eventInFuture:
      'An event of this ticket is dated {{at}}, which is still to come; check the clock of its source.',
    eventBeforeCreation:
      'An event of this ticket is dated {{at}}, before the ticket was created {{created}}.',
    settledWithoutHistory: 'The ticket came to us already settled, without the events that led there.',
    statusUnexplained:
      'The ticket stands at {{head}}, its events end at {{told}}; the change between is missing.',
    calendar: 'The calendar cannot answer: {{why}}.',
  },
  ledger: {
    counted: 'Counted: {{promise}}.',
    overdue: 'Counted after the promise was broken: {{promise}}.',
    closed: 'Outside the hours of the contract.',
    holiday: 'Holiday: {{holidays}}.',
    excluded: 'Excluded: {{because}}.',
    paused: {
      new: 'Paused: the ticket is new.',
      open: 'Paused: the ticket is open.',
      'awaiting-customer': 'Paused: the customer owes an answer.',
      'awaiting-mno': 'Paused: the operator owes an answer.',
      'on-hold': 'Paused: the ticket is on hold.',
      resolved: 'Paused: resolved, opened again later.',
      closed: 'Paused: closed, opened again later.',
      withdrawn: 'Paused: withdrawn, opened again later.',
    },
  },
  /** Why the source's own due time differs from ours. */
  divergence: {
    same: 'The same to the minute.',
    nothingToCompare: 'None of our clocks has a due time to compare it with.',
    unexplained: 'No rule we know explains it.',
  },
  explain: explanation,
  event: eventPhrases,
}
