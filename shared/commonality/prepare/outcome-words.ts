/**
 * Words by which switches and platforms say how a call or session went: Asterisk dispositions, FreeSWITCH hangup causes
 * (names of ITU-T Q.850), SIP and Diameter texts, plain English and Spanish. Whole values only: a customer may be called
 * "Answered Ltd". Compared in lower case, `_` and `-` as spaces.
 */
const WORDS = new Set([
  'ok',
  'success',
  'successful',
  'succeeded',
  'failed',
  'failure',
  'fail',
  'error',
  'busy',
  'answered',
  'answer',
  'no answer',
  'noanswer',
  'not answered',
  'unanswered',
  'congestion',
  'completed',
  'cancel',
  'canceled',
  'cancelled',
  'rejected',
  'reject',
  'refused',
  'declined',
  'decline',
  'dropped',
  'abandoned',
  'timeout',
  'timed out',
  'unreachable',
  'unavailable',
  'service unavailable',
  'temporarily unavailable',
  'not found',
  'forbidden',
  'request timeout',
  'busy here',
  'request terminated',
  'request cancelled',
  'server internal error',
  'normal clearing',
  'normal unspecified',
  'normal temporary failure',
  'user busy',
  'no user response',
  'no route destination',
  'unallocated number',
  'originator cancel',
  'call rejected',
  'network out of order',
  'destination out of order',
  'recovery on timer expire',
  'invalid number format',
  'incompatible destination',
  'subscriber absent',
  'user not registered',
  'exchange routing error',
  'mandatory ie missing',
  'lose race',
  'picked off',
  'allotted timeout',
  'chanunavail',
  'diameter success',
  'attach reject',
  'éxito',
  'exitosa',
  'exitoso',
  'fallo',
  'fallida',
  'fallido',
  'ocupado',
  'sin respuesta',
  'contestada',
  'contestado',
  'no contestada',
  'rechazada',
  'rechazado',
  'completada',
  'cancelada',
])

/** Whether a value says by itself how the record went. */
export function isOutcomeWord(value: string): boolean {
  return WORDS.has(plain(value))
}

/** Whether a value is a final answer of SIP (RFC 3261 and later), or one on the way to it. */
export function isSipCode(value: string): boolean {
  return /^(1(00|8[0-3]|99)|20[024]|30[0-5]|380|4\d\d|5(0[0-5]|13|55|80)|60[034678])$/.test(value)
}

/** Names of columns that say how a record went. A lone "release" is of software, a "call type" of direction. */
const CODE_NAMES = [
  /\b(sip|q850|isup|diameter|response|reply|result|error|failure|fail|reject|hangup|hang up|disconnect|cause|status) ?(code|cause|reason|phrase|text|status|result|type|class|message)s?\b/,
  /\b(release|disconnection|termination|terminate|clear|clearing) ?(code|cause|reason|text)s?\b/,
  /\bcall (result|status|outcome|disposition)\b/,
]

const OUTCOME_NAME =
  /^(disposition|dial ?status|hangup|outcome|result|error|errors|failure|failed|is failed|fail|success|is success|succeeded|ok|is ok|answered|is answered|response|reason|cause|q850)$/

/** Names of columns that say how long a call was, or what it came to. */
const LENGTH_NAME =
  /^((call|bill|billed|billable|talk|conversation|session|answered|total)\s?)?(duration|billsec|bill ?sec|billmsec|talk ?time|bill ?time|conversation ?time|call ?length|session ?time|elapsed)(\s?(s|sec|secs|seconds|ms|msec|min|minutes))?$/

export type NamedSign = 'code' | 'length' | null

/**
 * What a column's name says it is a sign of; null where it says nothing of the kind. A lone
 * "status" is of a call or of a SIM (active, suspended): only its values tell which.
 */
export function namedSign(name: string): NamedSign {
  const words = plain(name)
  if (LENGTH_NAME.test(words)) return 'length'
  return [...CODE_NAMES, OUTCOME_NAME].some((pattern) => pattern.test(words)) ? 'code' : null
}

/** `hangupCause`, `hangup_cause`, `Hangup-Cause` and `HANGUPCause` are the same words. */
function plain(text: string): string {
  const apart = text.replaceAll(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3 $2$4')
  return apart
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}
