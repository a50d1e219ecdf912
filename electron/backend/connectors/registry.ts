import type { Connector } from './connector.ts'

/** Every connector of this build. A new one is one file and one line here (docs/connectors.md). */
const all: readonly Connector[] = []

export const connectors: ReadonlyMap<string, Connector> = new Map(
  all.map((connector) => [connector.kind, connector]),
)
