/** Words that cannot mean less than "over": "a fix has been implemented" is not among them. */
const CLOSING =
  /\b(resolved|recovered|back to normal|available again|operating normally|fully restored|gelöst|behoben|resuelto|restablecido)(?![\p{L}-])|(已恢复|恢复正常|已解决|已修复)/giu
/** "not yet resolved", "until it is resolved", "will be resolved", "all models except one are available again". */
const DENYING =
  /\b(not|never|un|yet|until|once|when|if|will|to be|being|partially|partly|most|mostly|some|many|except|but|nicht|teilweise|no|cuando|hasta)\b[^.!?\n]{0,40}$/iu
const UNFINISHED = /\bstill (?:working|investigating|seeing|experiencing)\b/i

/** The word by which prose says that an incident is over, or null where it does not, or says so of a part only. */
export function closingWord(text: string): string | null {
  if (UNFINISHED.test(text)) return null
  for (const match of text.matchAll(CLOSING)) {
    const before = text.slice(Math.max(0, match.index - 60), match.index)
    if (!DENYING.test(before)) return match[0].toLowerCase()
  }
  return null
}
