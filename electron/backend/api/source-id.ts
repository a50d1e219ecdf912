/** A readable id for a new source, e.g. `example-desk`, or `example-desk-2` where that is taken. */
export function newSourceId(name: string, taken: ReadonlySet<string>): string {
  const stem =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 50) || 'source'
  if (!taken.has(stem)) return stem
  let suffix = 2
  while (taken.has(`${stem}-${suffix}`)) suffix += 1
  return `${stem}-${suffix}`
}
