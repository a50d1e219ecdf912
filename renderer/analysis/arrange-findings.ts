/**
 * Findings of a newer answer in the places where they are being read: those on screen keep their order, those gone leave,
 * new ones come last.
 */
export function arrangeFindings<T extends { readonly id: string }>(
  shown: readonly string[],
  findings: readonly T[],
): readonly T[] {
  const places = new Map(shown.map((id, place) => [id, place]))
  const placeOf = ({ id }: T) => places.get(id) ?? Number.POSITIVE_INFINITY
  // Infinity minus itself is no number: new ones among themselves stay as they come.
  return findings.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)))
}
