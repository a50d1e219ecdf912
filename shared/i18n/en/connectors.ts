/**
 * Words of the connectors' settings forms under `<kind>.<field>`. A connector brings its own English, so that it is
 * one file; what stands here is the same English with a translation beside it (test/renderer/sources/connector-words.test.ts).
 */
export const connectors = {
  'request-tracker': {
    address: { label: 'Address', help: 'As in the browser, for example https://desk.example.com/rt' },
    user: { label: 'User', help: 'Needs the rights to see queues, tickets and comments, nothing more.' },
    password: { label: 'Password', help: '' },
    token: { label: 'Token', help: 'Instead of user and password; quicker for Request Tracker to check.' },
    queues: { label: 'Queues', help: 'Empty: every queue this user may see.' },
    statuses: { label: 'Statuses', help: '' },
    severities: { label: 'Severities', help: 'A value, a range like 30-59, or 90+ for that and above.' },
    fields: {
      label: 'Fields',
      help: 'A custom field by name, or Priority, Queue, Owner, Requestor, Requestor domain.',
    },
    phoneMarker: { label: 'Mark of a phone call', help: 'A comment that begins with this is a phone call.' },
    defaultChannel: { label: 'Channel of a ticket that names none', help: '' },
    mnoSenders: {
      label: 'Mobile network operators',
      help: 'Users or e-mail domains that write for an MNO.',
    },
  },
  file: {
    path: { label: 'File', help: 'On the computer Meridian runs on.' },
    eventsPath: { label: 'File of events', help: 'Only if they are in a second file.' },
    columns: { label: 'Columns', help: 'Empty: found by their names.' },
    statuses: { label: 'Statuses', help: '' },
    severities: { label: 'Severities', help: '' },
    timeZone: {
      label: 'Time zone',
      help: 'Of times without an offset, for example Europe/Madrid. Without it such times are refused.',
    },
    listsAll: { label: 'Lists every ticket', help: 'A ticket that is no longer in the file has left.' },
  },
  statuspage: {
    address: {
      label: 'Address',
      help: 'Address of the page as you open it, for example https://status.example.com',
    },
  },
  feed: {
    address: {
      label: 'Address',
      help: 'Address of the feed itself, for example https://status.example.com/history.atom',
    },
  },
}
