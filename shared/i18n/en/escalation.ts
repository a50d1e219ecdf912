/** Escalation ladders: the steps of a ticket, and the summary that is sent. */
export const escalation = {
  title: 'Escalation',
  draft: {
    field: '{{name}}: {{value}}',
    subject: 'Escalation of case {{caseNumber}}: {{subject}}',
    to: 'To: {{role}}',
    toDesk: 'To: {{role}} ({{desk}}, in its day now)',
    times: 'All times are those of {{timeZone}}.',
    heading: {
      reason: 'Reason for the escalation',
      promise: 'The promise',
      cases: 'Case numbers',
      issue: 'The issue',
      impact: 'Impact on the customer',
      progress: 'Progress to date',
      updates: 'Last words exchanged',
      asked: 'What we ask',
    },
    promise: {
      line: '{{metric}}: {{reason}}',
      over: 'Over by {{length}} by now.',
      left: '{{length}} of the promised time are left.',
      none: 'No promise with a time is running on this case.',
    },
    cases: {
      ours: 'Case {{caseNumber}}',
      mergedInto: 'Merged into {{into}}',
      address: 'In the ticket system: {{url}}',
    },
    issue: {
      subject: 'Subject: {{subject}}',
      customer: 'Customer: {{customer}}',
      queue: 'Queue: {{queue}}',
      severity: 'Severity: {{reported}} reported, {{assessed}} assessed',
      domain: 'Domain of responsibility: {{domain}}',
      status: 'Status: {{status}}',
      open: 'Open since {{created}}, for {{length}}',
      none: 'none',
    },
    impact: {
      severity: '{{severity}}: {{definition}}',
      unknown:
        'No field of the case says how many customers or SIMs are affected: add it before this is sent.',
    },
    progress: {
      earlier_one: '({{count}} earlier entry is left out)',
      earlier_other: '({{count}} earlier entries are left out)',
      reply: {
        provider: 'We wrote to the customer',
        customer: 'The customer wrote',
        other: 'A message came in',
      },
      call: {
        provider: 'We called the customer',
        customer: 'The customer called',
        other: 'A telephone call was made',
      },
      owner: 'Another owner',
      none: 'Nothing has been recorded since the case was created.',
    },
    updates: { line: '{{at}}  {{side}}: {{text}}', none: 'No message has been exchanged yet.' },
    asked: {
      broken:
        'Take this case up in your role, give it the people and means it needs, and agree the next steps with us.',
      ahead: 'Look at this case in your role before the promise is broken, and tell us what will be done.',
      onDemand: 'Decide in your role how this case goes on, and agree the course of action with us.',
      writing: 'Please answer in writing, with the case number.',
    },
  },
}
