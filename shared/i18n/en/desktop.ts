/** Tray, menu, native notifications and the shell's own dialogs. */
export const desktop = {
  tray: { tooltip: 'Meridian', open: 'Open the board', quit: 'Quit Meridian' },
  alert: {
    breached: 'Case {{caseNumber}} breached: {{metric}}',
    'at-risk': 'Case {{caseNumber}} breaches soon: {{metric}}',
    body: '{{customer}}: {{subject}}',
    several_one: '{{count}} clock changed',
    several_other: '{{count}} clocks changed',
    belated_one: '{{count}} alert came while you were not to be disturbed',
    belated_other: '{{count}} alerts came while you were not to be disturbed',
    severalBody: 'Breached: {{breached}}. At risk: {{atRisk}}. The board lists them.',
    noCustomer: 'No customer named',
  },
  problem: {
    title: 'Meridian cannot open its data',
    quit: 'Quit',
    folder: 'Show the data folder',
    backendStopped:
      'The part of Meridian that reads your sources has stopped {{count}} times in a row; the board shows its last state. Quit and start again, or look at {{folder}} for the reason.',
  },
  secrets: {
    refused:
      'This desktop offers no key store, so a password could be kept only as readable text and was not kept; everything else works. Unlock or install a key store (GNOME Keyring, KWallet), or start once with --allow-plain-secrets to accept it.',
    unavailable:
      'The desktop’s key store did not answer, so the password was not kept; everything else works. Unlock it and save again.',
  },
}
