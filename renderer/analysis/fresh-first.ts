/** Record sets to try a fix on: newest first, the one that was searched last, for a fix lies after it. */
export function freshFirst<T extends { readonly id: string; readonly importedAt: number }>(
  sets: readonly T[],
  searchedId: string,
): readonly T[] {
  const others = sets.filter(({ id }) => id !== searchedId)
  const searched = sets.filter(({ id }) => id === searchedId)
  return [...others.toSorted((a, b) => b.importedAt - a.importedAt), ...searched]
}
