/** Names are told apart by their beginnings; what follows would only cost time. */
const COMPARED_CHARACTERS = 64

/** The name that takes the fewest typed characters to come from `name`, whatever the case; null where there is none. */
export function nearestName(name: string, names: readonly string[]): string | null {
  const wanted = comparable(name)
  let nearest: string | null = null
  let least = Infinity
  for (const candidate of names) {
    const distance = editDistance(wanted, comparable(candidate))
    if (distance >= least) continue
    least = distance
    nearest = candidate
  }
  return nearest
}

function comparable(name: string): string {
  return name.slice(0, COMPARED_CHARACTERS).toLowerCase()
}

/** Levenshtein's: insertions, deletions and replacements of one character. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let place = 0; place < from.length; place += 1) {
    const next = [place + 1]
    for (let index = 0; index < to.length; index += 1) {
      const replaced = (row[index] ?? 0) + (from[place] === to[index] ? 0 : 1)
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
