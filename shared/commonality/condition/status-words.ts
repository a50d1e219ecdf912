/** Whole words in lower case, in the languages of the product and of common switches. */
const FAILING =
  'fail(?:s|ed|ure)?|errors?|busy|noanswer|unanswered|congestion|chanunavail|unavailable|unreachable|down|offline|' +
  'disconnected|unregistered|detached|timeout|timed out|reject(?:ed)?|refused|denied|barred|blocked|undelivered|' +
  'dropped|lost|aborted|nok|ko|fallo|fallid[oa]|error(?:es)?|ocupado|sin respuesta|rechazad[oa]|ca[ií]d[oa]|' +
  'desconectad[oa]'

const WORKING =
  'ok|okay|success(?:ful|fully)?|succeeded|answer(?:ed)?|completed?|connected|up|online|active|registered|reachable|' +
  'attached|delivered|passed|working|normal|correct[oa]|contestad[ao]|complet(?:ad)?[ao]|conectad[oa]|registrad[oa]|' +
  'activ[oa]|entregad[oa]'

const NO = '(?:no|not|never|without|zero|0|sin)'

const SAYS_FAILING = new RegExp(String.raw`\b(?:${FAILING}|${NO} (?:${WORKING}))\b`, 'u')
const SAYS_WORKING = new RegExp(String.raw`\b(?:${WORKING}|${NO} (?:${FAILING}))\b`, 'u')
const SAYS_NOT_FAILING = new RegExp(String.raw`\b${NO} (?:${FAILING})\b`, 'u')

/** Whether a status such as `NO ANSWER`, `callFailed` or `Busy (486)` means that something did not work. */
export function meansFailing(status: string): boolean {
  const words = wordsOf(status)
  return SAYS_FAILING.test(words) && !SAYS_NOT_FAILING.test(words)
}

export function meansWorking(status: string): boolean {
  return SAYS_WORKING.test(wordsOf(status)) && !meansFailing(status)
}

/** `callFailed`, `CALL_FAILED` and `call-failed` alike become `call failed`. */
function wordsOf(status: string): string {
  return status
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
}
