import { awsFeed } from './feed/aws-feed.ts'
import { azureFeed } from './feed/azure-feed.ts'
import { betterStackFeed } from './feed/better-stack-feed.ts'
import { hundFeed } from './feed/hund-feed.ts'
import { statedStatusFeed } from './feed/stated-status-feed.ts'
import { statuspageFeed } from './feed/statuspage-feed.ts'
import type { FeedDialect, JsonFormat } from './status-format.ts'
import { aws } from './vendors/aws.ts'
import { betterStack } from './vendors/better-stack.ts'
import { cachet } from './vendors/cachet.ts'
import { datadog } from './vendors/datadog.ts'
import { flashduty } from './vendors/flashduty.ts'
import { genericSummary } from './vendors/generic-summary.ts'
import { google } from './vendors/google.ts'
import { incidentIo } from './vendors/incident-io.ts'
import { instatus } from './vendors/instatus.ts'
import { rootly } from './vendors/rootly.ts'
import { slack } from './vendors/slack.ts'
import { sorry } from './vendors/sorry.ts'
import { statusIo } from './vendors/status-io.ts'
import { statusOnline } from './vendors/status-online.ts'
import { statuspage } from './vendors/statuspage.ts'
import { uptimeKuma } from './vendors/uptime-kuma.ts'
import { zendesk } from './vendors/zendesk.ts'

/** Every JSON format there is, the more particular first: the first that recognises a document reads it. */
export const JSON_FORMATS: readonly JsonFormat[] = [
  statuspage,
  incidentIo,
  instatus,
  betterStack,
  uptimeKuma,
  statusIo,
  slack,
  google,
  aws,
  rootly,
  flashduty,
  datadog,
  zendesk,
  sorry,
  cachet,
  statusOnline,
  genericSummary,
]

/** Ways of writing a feed, the more particular first; what none recognises is a plain feed. */
export const FEED_DIALECTS: readonly FeedDialect[] = [
  azureFeed,
  awsFeed,
  betterStackFeed,
  hundFeed,
  statuspageFeed,
  statedStatusFeed,
]
