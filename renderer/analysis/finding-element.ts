/** Where the card of a finding is found, to give it the focus. */
export function findingElementId(findingId: string): string {
  return `finding ${findingId}`
}
