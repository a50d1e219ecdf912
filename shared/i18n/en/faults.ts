/**
 * One sentence per fault code: what happened, to which source, what still works, what to do.
 * The key is the code itself: `faults.timed-out`.
 */
export const faults = {
  unreachable:
    '{{source}} could not be reached; what it told us before stays on screen and we keep trying: check the network between us and it.',
  'name-not-found':
    'The host name of {{source}} is unknown; what it told us before stays on screen and we keep trying: check the address and the name server.',
  'connection-refused':
    '{{source}} refused the connection; what it told us before stays on screen and we keep trying: check that it runs, and its port.',
  'tls-failed':
    '{{source}} could not prove who it is over TLS, so nothing was sent; what it told us before stays on screen: have its certificate renewed, or trust its authority.',
  'timed-out':
    '{{source}} did not answer in time; what it told us before stays on screen and we keep trying: check whether it is overloaded.',
  'signed-out':
    '{{source}} refused our log-in; what it told us before stays on screen: enter the user and password or token again in the settings of the source.',
  forbidden:
    '{{source}} knows us but will not show this; what it told us before stays on screen: ask its administrator for the right to read.',
  'not-found':
    '{{source}} has nothing at the configured address; what it told us before stays on screen: check the address in the settings of the source.',
  'rate-limited':
    '{{source}} asked us to slow down; what it told us before stays on screen and we ask again when it allows: ask less often if this comes back.',
  'server-error':
    '{{source}} failed on its own side; what it told us before stays on screen and we keep trying: tell those who run it if it lasts.',
  'redirected-away':
    '{{source}} sent us to another place, where we did not go with our log-in; what it told us before stays on screen: correct the address in the settings of the source.',
  'wrong-type':
    '{{source}} answered with something else than data, perhaps a log-in page; what it told us before stays on screen: open the address in a browser and correct it in the settings.',
  'not-the-expected-source':
    'What answers for {{source}} is not the system it is set up as; what it told us before stays on screen: check the address and the kind of the source.',
  truncated:
    'The answer of {{source}} broke off, so it was not used; what it told us before stays on screen and we ask again: check the network and any proxy if it lasts.',
  'too-large':
    'The answer of {{source}} is larger than we take, so it was not used; what it told us before stays on screen: narrow what the source covers.',
  unreadable:
    'The answer of {{source}} cannot be understood, so it was not used; what it told us before stays on screen: see the detail and tell those who run it.',
  'file-missing':
    'The file of {{source}} is not there; what was read from it before stays on screen: put it back or correct the path.',
  'file-unreadable':
    'The file of {{source}} cannot be read; what was read from it before stays on screen: see the detail, then correct the file or its access rights.',
  misconfigured:
    '{{source}} is set up wrongly, so it is not asked; what it told us before stays on screen: correct its settings.',
  internal:
    'Meridian failed while reading {{source}}; what it told us before stays on screen and all other sources go on: report it with the detail and the log.',
}
