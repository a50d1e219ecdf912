/** Desks and their watches: what breaches when nobody acts, and on whose watch. */
export const shifts = {
  title: 'Watches',
  strip: {
    label: 'Breaches in watch, next 24 h',
    now: 'now',
    next: 'next',
    nobody: 'Nobody on watch',
    none: 'No desks are set up, so nobody’s watch can be shown.',
    add: 'Add desks in settings',
    whole_one: '{{name}}: {{count}} case breaches if nobody acts, next at {{time}}. {{watch}}',
    whole_other: '{{name}}: {{count}} cases breach if nobody acts, next at {{time}}. {{watch}}',
    wholeClear: '{{name}}: no case breaches in the next 24 hours. {{watch}}',
    watch: 'On watch {{from}}–{{to}}.',
    noWatchSentence: 'No watch in the next 24 hours.',
    gapSentence: 'No desk is in its hours {{from}}–{{to}}.',
  },
  keys: {
    watch: 'Only what breaches on the watch of {{name}}',
    nobody: 'Only what breaches on nobody’s watch',
  },
}
