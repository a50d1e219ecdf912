const CLOSING =
  /\b(resolved|recovered|back to normal|operating normally|fully restored|gelöst|behoben|resuelto|restablecido)(?![\p{L}-])/giu
/** "not yet resolved", "until it is resolved", "partially recovered", "will be resolved", "unresolved": not over. */
const DENYING =
  /\b(not|never|un|yet|until|once|when|if|will|to be|being|partially|partly|mostly|nicht|teilweise|no|cuando|hasta|except)\b[^.!?\n]{0,40}$/iu

/**
 * The word by which prose says that an incident is over, or null. Only words that cannot mean less: "a fix has been
 * implemented" and "all models except one are available again" are still open.
 */
export function closingWord(text: string): string | null {
  for (const match of text.matchAll(CLOSING)) {
    const before = text.slice(Math.max(0, match.index - 60), match.index)
    if (!DENYING.test(before)) return match[1]?.toLowerCase() ?? null
  }
  return null
}
