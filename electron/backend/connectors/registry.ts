import type { Connector } from './connector.ts'
import { feed } from './feed/connector.ts'
import { files } from './files/connector.ts'
import { requestTracker } from './request-tracker/connector.ts'
import { statuspage } from './statuspage/connector.ts'

/** Every connector of this build. A new one is one file and one line here (docs/connectors.md). */
const all: readonly Connector[] = [requestTracker, files, statuspage, feed]

export const connectors: ReadonlyMap<string, Connector> = new Map(
  all.map((connector) => [connector.kind, connector]),
)
